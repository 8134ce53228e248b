import CentralAPI
import Core
import Crypto
import Foundation

// 电子注册证书管理: what a holder reads of the own certificates.
extension Registry {
    func certificates(for caller: Session) async throws -> [RegistrationCertificate] {
        let id = try caller.applicant()
        return try await database.read { session in
            guard let person = try session.person(id) else { throw Problem(.notFound) }
            return try session.certificates(of: person.identity.number)
        }
    }

    /// Made at the first reading of each edition and kept: the holder gets the same bytes every time.
    func certificatePaper(_ id: CertificateID, for caller: Session) async throws -> CertificateEdition {
        try await signedCertificate(id, for: caller).paper
    }

    /// The same, with the name of its edition.
    func signedCertificate(
        _ id: CertificateID, for caller: Session
    ) async throws -> (edition: String, paper: CertificateEdition) {
        let source = try await certificateSource(id, for: caller)
        return (source.edition, CertificateEdition(content: source.content, pdf: try await signedPDF(of: source, id)))
    }

    private func signedPDF(of source: CertificateSource, _ id: CertificateID) async throws -> Data {
        if let known = try await database.read({ try $0.certificatePaper(id, source.edition) }) { return known }
        guard let certificates else { throw Problem(.unavailable) }
        let now = world.now()
        let pdf = try await certificates.make(source.content, photo: source.photo, at: now)
        return try await database.write { session in
            try session.run(
                """
                INSERT INTO certificate_papers (certificate, edition, content, signed_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (certificate, edition) DO NOTHING
                """, id, source.edition, pdf, now)
            try session.audit("certificate \(id) signed, edition \(source.edition.prefix(8))", by: "store", at: now)
            guard let kept = try session.certificatePaper(id, source.edition) else {
                throw DatabaseFault.unexpected(column: "certificate_papers.content")
            }
            return kept
        }
    }

    /// What a certificate says now. One that its holder has not collected, or no longer has, is as if it were not.
    private func certificateSource(_ id: CertificateID, for caller: Session) async throws -> CertificateSource {
        let person = try caller.applicant()
        let office = policy.office
        return try await database.read { session in
            guard let holder = try session.person(person), let certificate = try session.certificate(id),
                certificate.holder == holder.identity.number, certificate.state == .collected,
                let photo = try session.photo(of: certificate, holder)
            else { throw Problem(.notFound) }
            return try CertificateSource(
                content: CertificateContent(certificate, holder: holder.identity, office: office), photo: photo)
        }
    }
}

/// Everything that a certificate's PDF is made of.
private struct CertificateSource: Sendable {
    let content: CertificateContent
    let photo: Data
    /// SHA-256 of both: a renewal or a rename gives another.
    let edition: String

    init(content: CertificateContent, photo: Data) throws {
        self.content = content
        self.photo = photo
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var hash = SHA256()
        hash.update(data: try encoder.encode(content))
        hash.update(data: photo)
        edition = hash.finalize().hex
    }
}

extension SQLSession {
    func certificatePaper(_ id: CertificateID, _ edition: String) throws -> Data? {
        try row("SELECT content FROM certificate_papers WHERE certificate = ? AND edition = ?", id, edition)?
            .blob("content")
    }

    /// The photo on the certificate: on record, or handed in with a form; the one on record where it names none.
    fileprivate func photo(of certificate: RegistrationCertificate, _ holder: Person) throws -> Data? {
        let record = try qualification(of: holder.identity)
        guard let photo = certificate.photo else { return record?.photo }
        if photo.digest == record?.photoDigest { return record?.photo }
        return try row("SELECT content FROM attachments WHERE digest = ?", photo.digest)?.blob("content")
    }
}
