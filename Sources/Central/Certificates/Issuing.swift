import Core
import Foundation

extension Registry {
    /// An approval's certificate: a new one of an initial registration, another term of a renewed one.
    ///
    /// The caller stands in the transaction of the approval. The PDF is made when the holder has collected it.
    func issueCertificate(for registration: Registration, at now: Date, in session: any SQLSession) throws {
        let day = CivilDate(shanghai: now)
        let holder = registration.applicant.identity.number
        switch registration.form {
        case .initial(let form):
            guard let enterprise = form.enterprise else {
                throw DatabaseFault.unexpected(column: "applications.content")
            }
            try session.keepCertificate(
                RegistrationCertificate(
                    id: CertificateID(world.uuid()), number: try session.nextCertificateNumber(in: day.year),
                    holder: holder, enterprise: enterprise, issuedOn: day, photo: form.photo))
        case .renewal:
            guard var certificate = try session.certificate(of: holder) else {
                throw EntryRefusal.notEligible(.notRegistered)
            }
            do { try certificate.apply(.renew, by: .store, at: now) } catch { throw EntryRefusal.certificate(error) }
            try session.keepCertificate(certificate)
        // Done with its seal; nobody approves it.
        case .cancellation: break
        }
    }
}

extension SQLSession {
    /// Per year, without gaps and without doubles: the counter is raised in the transaction that uses the number.
    fileprivate func nextCertificateNumber(in year: Int) throws -> String {
        let row = try row(
            """
            INSERT INTO certificate_counters (year, last) VALUES (?, 1)
            ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last
            """, year)
        guard let serial = try row?.integer("last") else {
            throw DatabaseFault.unexpected(column: "certificate_counters.last")
        }
        let digits = String(serial)
        return "沪建二注\(year)" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }
}
