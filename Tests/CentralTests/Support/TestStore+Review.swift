import Core
import Foundation
import Testing

@testable import Central

/// The reviewer's acts, through the state machine at the store.
extension TestStore {
    func review(_ application: ApplicationID, _ events: [RegistrationEvent]) async throws {
        let (registry, now) = (registry, clock.now)
        try await registry.database.write { session in
            var record = try #require(try session.application(application))
            let revision = record.registration.revision
            let conclusion = Conclusion(
                registry: registry, session: session, now: now, place: "review", entry: EntryID(UUID()))
            var effects: [Registration.Effect] = []
            for event in events { effects += try record.apply(event, by: .reviewer(id: "R1"), at: now) }
            _ = try conclusion.conclude(record, from: revision, effects, pdf: nil)
        }
    }

    /// From the card to the approval.
    func approved(_ person: Int = 0, employer: Int = 0) async throws -> ApplicationStatus {
        let accepted = try await accepted(person, employer: employer)
        try await review(accepted.id, [.beginReview, .approve])
        return accepted
    }

    func certificate(_ person: Int = 0) async throws -> RegistrationCertificate {
        let number = try Samples.identity(person).number
        return try #require(try await registry.database.read { try $0.certificate(of: number) })
    }

    func hold(_ certificate: RegistrationCertificate) async throws {
        try await registry.database.write { try $0.keepCertificate(certificate) }
    }

    func subject(of certificate: RegistrationCertificate) -> ApplicationID { ApplicationID(certificate.id.uuid) }
}
