import Core
import Foundation

extension ImportBatch {
    /// A certificate that was brought by a file and has not lived on since may be changed by a file; any other is the
    /// store's own.
    mutating func registration(_ line: inout ImportLine, isPaper: Bool) throws -> Outcome? {
        let (holder, number, code) = (line.documentNumber(), line.text(.certificate, longest: 40), line.creditCode())
        let (issued, end) = (line.day(.issued), line.day(.validThrough))
        checkTerm(issued, end, &line)
        var employer: Enterprise?
        if let code {
            employer = try session.enterprise(code)
            if employer == nil { line.refuse(.code, "登记中没有这家企业，请先导入企业。") }
        }
        guard let holder, let number, let employer, let issued, line.refusals.isEmpty,
            claims("number \(number)", .certificate, &line), claims("holder \(holder.text)", .number, &line)
        else { return nil }
        let known = try session.certificates()
        let before = known.first { $0.number == number }
        guard try mayStand(number, holder, before, among: known, &line) else { return nil }
        let wanted = try certificate(
            before?.id ?? CertificateID(importer.world.uuid()), number, holder, employer, issued, isPaper)
        if before == wanted { return .unchanged }
        try session.keepImported(wanted)
        return before == nil ? .added : .changed
    }

    private func checkTerm(_ issued: CivilDate?, _ end: CivilDate?, _ line: inout ImportLine) {
        guard let issued else { return }
        if issued > today { line.refuse(.issued, "晚于今天。") }
        let expected = issued.adding(years: RegistrationCertificate.termYears)
        if let end, end != expected { line.refuse(.validThrough, "应为签发日期后 2 年，即 \(expected)。") }
    }

    private func mayStand(
        _ number: String, _ holder: DocumentNumber, _ before: RegistrationCertificate?,
        among known: [RegistrationCertificate], _ line: inout ImportLine
    ) throws -> Bool {
        if let before {
            if before.holder != holder {
                line.refuse(.certificate, "这个编号是另一人的注册证书。")
            } else if try session.hasLivedOn(before) {
                line.refuse(.certificate, "这份证书已在本系统办理过业务，不能再由文件更改。")
            }
        } else if CertificateNumber(number) != nil {
            line.refuse(.certificate, "这是本系统自己的编号，不能由文件带入。")
        } else if known.contains(where: { $0.holder == holder && $0.isValid(on: today) }) {
            line.refuse(.number, "这个人在本系统已有一份有效的注册证书。")
        }
        return line.refusals.isEmpty
    }

    private func certificate(
        _ id: CertificateID, _ number: String, _ holder: DocumentNumber, _ employer: Enterprise, _ issued: CivilDate,
        _ isPaper: Bool
    ) throws -> RegistrationCertificate {
        var certificate = RegistrationCertificate(
            id: id, number: number, holder: holder, enterprise: employer, issuedOn: issued, photo: nil,
            isPaper: isPaper)
        // An electronic one from elsewhere is in its holder's hands. The day of collection must lie within the term.
        if !isPaper { try certificate.apply(.collect, by: .applicant, at: issued.noonInShanghai) }
        return certificate
    }
}

extension SQLSession {
    fileprivate func certificates() throws -> [RegistrationCertificate] {
        try rows("SELECT content FROM certificates").map { try $0.json(RegistrationCertificate.self, "content") }
    }

    /// Exchanged, renewed, renamed, collected again or ended: more has happened to it than its import.
    fileprivate func hasLivedOn(_ certificate: RegistrationCertificate) throws -> Bool {
        let row = try row(
            "SELECT imported FROM certificates WHERE id = ? AND imported IS NOT NULL", certificate.id)
        return try row?.json(RegistrationCertificate.self, "imported") != certificate
    }

    fileprivate func keepImported(_ certificate: RegistrationCertificate) throws {
        try keepCertificate(certificate)
        try run(
            "UPDATE certificates SET imported = content, issued_on = ? WHERE id = ?", certificate.issuedOn,
            certificate.id)
    }
}

extension CivilDate {
    fileprivate var noonInShanghai: Date {
        let days = days(since: CivilDate(shanghai: Date(timeIntervalSince1970: 0)))
        return Date(timeIntervalSince1970: TimeInterval(days) * 86_400 + 4 * 3_600)
    }
}
