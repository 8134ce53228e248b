import Core
import FormCases
import Foundation
import Testing

@testable import Central

/// What the kiosk refuses the store refuses too, and the other way round: the tables of `FormCases`, run here.
struct FormTableTests {
    private func certificate(_ person: Int, endsInDays days: Int, at now: Date) throws -> RegistrationCertificate {
        try Samples.certificate(
            of: person,
            issuedOn: CivilDate(shanghai: now).adding(days: days).adding(years: -RegistrationCertificate.termYears))
    }

    private var records: KnownRecords {
        get throws {
            KnownRecords(
                enterprise: Samples.enterprise(),
                photo: FileReference(
                    digest: Samples.digest(Samples.photo), format: .jpeg, byteCount: Samples.photo.count),
                qualification: try Samples.qualification(), scan: Samples.scan.file, proof: Samples.proof.file,
                today: try Samples.day(2026, 11, 22))
        }
    }

    @Test func `the store finds in a form what the kiosk finds`() async throws {
        try await withStore { store in
            for person in 0...1 { _ = try await store.registered(person) }
            let certificate = try certificate(1, endsInDays: 60, at: store.clock.now)
            try await store.registry.database.write { try $0.keepCertificate(certificate) }
            for example in FormCases.all(try records) {
                let person = example.form.kind == .initial ? 0 : 1
                let id = ApplicationID(UUID())
                for file in [Samples.scan, Samples.proof] { _ = try await store.submit(.attach(file), id) }
                let outcome = try await store.submit(
                    .save(identity: try Samples.identity(person), form: example.form), id)
                #expect(outcome.problemCodes == example.problems, "\(example.name)")
                if example.problems.isEmpty { _ = try await store.submit(.withdraw, id).status() }
            }
        }
    }

    @Test(arguments: StandingCase.all.indices)
    func `what may be started follows the registration, as the kiosk offers it`(index: Int) async throws {
        let standing = StandingCase.all[index]
        try await withStore { store in
            _ = try await store.registered()
            if let days = standing.endsInDays {
                var certificate = try certificate(0, endsInDays: days, at: store.clock.now)
                if standing.isVoid { try certificate.apply(.cancel, by: .store, at: store.clock.now) }
                let kept = certificate
                try await store.registry.database.write { try $0.keepCertificate(kept) }
            }
            let session = try await store.registry.openApplicantSession(
                try Samples.identity(), kiosk: TestStore.kiosk)
            for form in [try firstForm(.initial), try firstForm(.renewal), try firstForm(.cancellation)] {
                let offer = session.offers.first { $0.kind == form.kind }
                #expect(offer?.reason?.advice.code == standing.barred[form.kind], "\(standing.name) \(form.kind)")
                let id = ApplicationID(UUID())
                let outcome = try await store.submit(.save(identity: try Samples.identity(), form: form), id)
                #expect(outcome.barrierCode == standing.barred[form.kind], "\(standing.name) \(form.kind)")
                if outcome.refusal == nil { _ = try await store.submit(.withdraw, id).status() }
            }
        }
    }

    /// A right one.
    private func firstForm(_ kind: RegistrationKind) throws -> ApplicationForm {
        try #require(FormCases.all(try records).first { $0.form.kind == kind }).form
    }

    @Test func `an application under way hides no offer from the session, and bars the next all the same`() async throws
    {
        try await withStore { store in
            _ = try await store.registered()
            let saved = try await store.save()
            let session = try await store.registry.openApplicantSession(
                try Samples.identity(), kiosk: TestStore.kiosk)
            #expect(session.offers.filter(\.isOffered).map(\.kind) == [.initial])
            let second = try await store.submit(
                .save(identity: try Samples.identity(), form: try firstForm(.initial)), ApplicationID(UUID()))
            #expect(second.refusal == .otherApplicationOpen)
            _ = try await store.submit(.withdraw, saved.id).status()
            _ = try await store.save()
        }
    }
}

extension EntryReceipt.Outcome {
    fileprivate var problemCodes: [String]? {
        switch refusal {
        case nil: []
        case .form(let problems): problems.map(\.advice.code)
        case .some: nil
        }
    }

    fileprivate var barrierCode: String? {
        if case .notEligible(let reason) = refusal { reason.advice.code } else { nil }
    }
}
