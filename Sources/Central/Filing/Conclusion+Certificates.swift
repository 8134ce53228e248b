import Core
import Foundation

/// The registration certificate that an approval brings, in the approval's own transaction.
extension Conclusion {
    /// 初始注册: a new certificate, to be collected. 延续注册: another term on the present one, to be collected again.
    func issueCertificate(for registration: Registration) throws {
        let certificate =
            switch registration.form {
            case .initial(let form): try newCertificate(for: registration, photo: form.photo)
            case .renewal(let form): try renewedCertificate(of: registration, photo: form.photo)
            case .cancellation: throw DatabaseFault.unexpected(column: "applications.content")
            }
        try session.keepCertificate(certificate)
        try session.run(
            "UPDATE certificates SET application = ? WHERE id = ?", registration.id, certificate.id)
    }

    private func newCertificate(
        for registration: Registration, photo: FileReference?
    ) throws -> RegistrationCertificate {
        guard let enterprise = registration.form.enterprise else {
            throw DatabaseFault.unexpected(column: "applications.content")
        }
        return RegistrationCertificate(
            id: CertificateID(registry.world.uuid()), number: try issueCertificateNumber().description,
            holder: registration.applicant.identity.number, enterprise: enterprise,
            issuedOn: CivilDate(shanghai: now), photo: photo)
    }

    /// The registration may have ended while its renewal was in review: then there is nothing to renew.
    /// - Parameter photo: of the form. The one on record changes nothing: the certificate may have a newer one.
    private func renewedCertificate(
        of registration: Registration, photo: FileReference?
    ) throws -> RegistrationCertificate {
        let number = registration.applicant.identity.number
        let recorded = try session.qualification(of: registration.applicant.identity)?.photoDigest
        let newPhoto = photo.flatMap { $0.digest == recorded ? nil : $0 }
        guard var certificate = try session.certificate(of: number) else {
            throw EntryRefusal.notEligible(.notRegistered)
        }
        do { try certificate.apply(.renew(photo: newPhoto), by: .store, at: now) } catch {
            throw EntryRefusal.notEligible(.notRegistered)
        }
        return certificate
    }

    /// Per year, without gaps and without doubles, as the notices' numbers.
    private func issueCertificateNumber() throws -> CertificateNumber {
        let year = CivilDate(shanghai: now).year
        let row = try session.row(
            """
            INSERT INTO certificate_counters (year, last) VALUES (?, 1)
            ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last
            """, year)
        guard let serial = try row?.integer("last"), let number = CertificateNumber(year: year, serial: serial) else {
            throw DatabaseFault.unexpected(column: "certificate_counters.last")
        }
        return number
    }
}
