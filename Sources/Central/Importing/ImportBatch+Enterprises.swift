import Core

extension ImportBatch {
    /// A changed name comes into the register as new: kiosks that have read the register so far hear of it.
    mutating func enterprise(_ line: inout ImportLine) throws -> Outcome? {
        let (code, name, phone) = (line.creditCode(), line.text(.enterprise), line.phone())
        guard let code, let name, let phone, claims(code.text, .code, &line) else { return nil }
        if let other = try session.enterprise(named: name), other.code != code {
            line.refuse(.enterprise, "登记中另一家企业已使用这个名称。")
            return nil
        }
        let before = try session.row("SELECT name, phone FROM enterprises WHERE code = ?", code)
        if let before, try before.text("name") == name, try before.text("phone") == phone { return .unchanged }
        try session.keepEnterprise(Enterprise(code: code, name: name), phone: phone)
        return before == nil ? .added : .changed
    }
}
