/// A notice as its QR code names it: the number, and the check code that only the sheet knows.
package struct NoticeReference: Hashable, Sendable, Codable {
    package let number: NoticeNumber
    package let checkCode: String

    package init(number: NoticeNumber, checkCode: String) {
        self.number = number
        self.checkCode = checkCode
    }

    /// What a hand scanner types: `…?n=2026-1234&c=7K4Q92AB`, in capitals or not.
    package init?(scanned text: String) {
        let text = text.uppercased()
        guard let query = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).dropFirst().first
        else { return nil }
        var values: [String: String] = [:]
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            if parts.count == 2 { values[String(parts[0])] = String(parts[1]) }
        }
        let digits = (values["N"] ?? "").split(separator: "-")
        guard digits.count == 2, let year = Int(digits[0]), let serial = Int(digits[1]),
            let number = NoticeNumber(year: year, serial: serial), let code = values["C"],
            (4...16).contains(code.count), code.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
        else { return nil }
        self.init(number: number, checkCode: code)
    }
}

extension NoticeReference: Discreet {
    package var description: String { "\(number)" }
}
