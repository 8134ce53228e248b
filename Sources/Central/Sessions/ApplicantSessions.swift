import CentralAPI
import Core
import Foundation

extension Registry {
    /// §用户登录 3: the card is the person.
    func openApplicantSession(_ identity: IdentityRecord, kiosk: String) async throws -> ApplicantSession {
        let newID = world.uuid()
        return try await database.write { [self] session in
            let person = try session.keepPerson(identity, newID: newID)
            let token = try openSession(.applicant(person.id), kiosk: kiosk, in: session)
            try session.audit("applicant session opened", by: kiosk, at: world.now())
            return try applicantSession(of: person, token: token, in: session)
        }
    }

    /// What a session shows at its beginning, and again when the phone has been proved.
    func applicantSession(
        of person: Person, token: SessionToken, in session: some SQLSession
    ) throws -> ApplicantSession {
        let applications = try session.applications(of: .applicant(person.id)).map(\.status)
        let record = try session.qualification(of: person.identity)
        let certificate = try session.certificate(of: person.identity.number)
        let offers = eligibility.offers(for: .init(open: nil, certificate: certificate), on: today)
        return ApplicantSession(
            token: token, phone: person.phone, applications: applications, offers: offers,
            qualification: record?.certificate, photo: record?.photo, rules: policy.formRules.applying(offers),
            hasSignature: person.signature != nil, certificate: certificate)
    }
}
