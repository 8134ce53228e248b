import Core
import Foundation

extension SQLSession {
    /// The newest certificate, in whatever state.
    func certificate(of number: DocumentNumber) throws -> RegistrationCertificate? {
        try certificates(of: number).first
    }

    /// Newest first.
    func certificates(of number: DocumentNumber) throws -> [RegistrationCertificate] {
        try rows(
            "SELECT content FROM certificates WHERE holder = ? ORDER BY issued_on DESC, rowid DESC", number.text
        ).map { try $0.json(RegistrationCertificate.self, "content") }
    }

    func certificate(_ id: CertificateID) throws -> RegistrationCertificate? {
        try row("SELECT content FROM certificates WHERE id = ?", id)?.json(RegistrationCertificate.self, "content")
    }

    /// In the order of their numbers.
    func certificates(under code: CreditCode) throws -> [RegistrationCertificate] {
        try rows("SELECT content FROM certificates WHERE enterprise_code = ?", code)
            .map { try $0.json(RegistrationCertificate.self, "content") }
            .sorted { $0.number < $1.number }
    }

    func keepCertificate(_ certificate: RegistrationCertificate) throws {
        try run(
            """
            INSERT INTO certificates (id, holder, content, issued_on, enterprise_code) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET content = excluded.content, enterprise_code = excluded.enterprise_code
            """, certificate.id, certificate.holder.text, JSONColumn(certificate), certificate.issuedOn,
            certificate.enterprise.code)
    }

    /// Every edition of its PDF that was ever signed, newest first; none is ever taken out.
    func editions(of id: CertificateID) throws -> [CertificateEditionRecord] {
        try rows(
            """
            SELECT edition, signed_at FROM certificate_papers WHERE certificate = ? ORDER BY signed_at DESC, rowid DESC
            """, id
        ).map { CertificateEditionRecord(edition: try $0.text("edition"), signedAt: try $0.date("signed_at")) }
    }

    /// By the card that was presented, or else by the store's records; nil for somebody it knows only by number.
    func holderName(of number: DocumentNumber) throws -> String? {
        if let person = try person(number: number) { return person.identity.name }
        return try row("SELECT name FROM qualifications WHERE number = ?", number.text)?.text("name")
    }
}

/// A signed PDF of a certificate, as reviewers see it: its holder sees the one of the certificate as it is now.
struct CertificateEditionRecord: Hashable, Sendable {
    /// SHA-256 of what it says, hexadecimal.
    let edition: String
    let signedAt: Date
}
