import CentralAPI
import Core
import FormCases
import Foundation
import Testing

@testable import Central

/// What the kiosk does not offer the store refuses, and the other way round: the tables of `CommandCase`, run here.
struct CommandTableTests {
    private static let person = 1

    /// A person with a registration in its renewal window, and the employer, both at the usual kiosk.
    private func withStanding(_ body: (TestStore, PersonID) async throws -> Void) async throws {
        try await withStore { store in
            _ = try await store.registered(Self.person)
            _ = try await store.enterpriseSession()
            try await body(store, try await store.session(Self.person).applicant())
        }
    }

    private func hold(_ kind: RegistrationKind, in store: TestStore) async throws {
        try await store.registry.database.write { try $0.run("DELETE FROM certificates") }
        guard kind != .initial else { return }
        let start = store.today.adding(days: 60).adding(years: -RegistrationCertificate.termYears)
        try await store.hold(Samples.certificate(of: Self.person, issuedOn: start))
    }

    private func content(_ command: FormCommand, _ registration: Registration) throws -> OutboxEntry.Content {
        let (code, pdf) = (Samples.enterprise().code, Data("new \(command.rawValue)".utf8))
        func paper(_ kind: SignedPaper.Kind) -> SignedPaper {
            SignedPaper(kind: kind, digest: Samples.digest(pdf), signedAt: Date(timeIntervalSince1970: 1_795_330_800))
        }
        return switch command {
        case .save:
            .save(identity: registration.applicant.identity, form: registration.form)
        case .sign: .signPersonally(paper(.personallySignedForm), pdf: pdf)
        case .withdraw: .withdraw
        case .seal: .seal(by: code, paper(.sealedForm), pdf: pdf)
        case .sendBack: .returnToApplicant(by: code, reason: "示例理由")
        }
    }

    @Test(arguments: RegistrationKind.allCases)
    func `each state takes what the kiosk offers, and nothing else`(kind: RegistrationKind) async throws {
        try await withStanding { store, person in
            for example in CommandCase.all where example.kind == kind {
                for command in FormCommand.allCases {
                    try await hold(kind, in: store)
                    let registration = try StandingApplication.registration(
                        in: example.state, kind, person: Self.person)
                    try await store.stand(registration, of: person)
                    let outcome = try await store.submit(content(command, registration), registration.id)
                    let label: Comment = "\(command.rawValue) in \(example.state.rawValue) of \(kind.rawValue)"
                    if example.possible.contains(command) {
                        #expect(outcome.refusal == nil, label)
                        continue
                    }
                    #expect(outcome.refusal != nil, label)
                    let after = try await store.registration(registration.id)
                    #expect(after == registration, "a refusal changes nothing: \(label)")
                }
            }
        }
    }

    /// An edit voids whatever was signed, in every state that takes one.
    @Test(arguments: RegistrationKind.allCases)
    func `a save over signatures voids each of them and keeps it`(kind: RegistrationKind) async throws {
        try await withStanding { store, person in
            for example in CommandCase.all where example.kind == kind && example.possible.contains(.save) {
                try await hold(kind, in: store)
                let registration = try StandingApplication.registration(in: example.state, kind, person: Self.person)
                try await store.stand(registration, of: person)
                _ = try await store.submit(content(.save, registration), registration.id).status()
                let after = try await store.registration(registration.id)
                #expect(after.papers.map(\.digest) == registration.papers.map(\.digest))
                #expect(after.papers.allSatisfy(\.isVoid) && after.state == .saved)
            }
        }
    }

    /// One open application a person, whatever state that is in.
    @Test(arguments: RegistrationKind.allCases)
    func `a second application is taken exactly when no other is open`(kind: RegistrationKind) async throws {
        try await withStanding { store, person in
            for example in CommandCase.all where example.kind == kind {
                try await hold(kind, in: store)
                let registration = try StandingApplication.registration(in: example.state, kind, person: Self.person)
                try await store.stand(registration, of: person)
                let outcome = try await store.submit(content(.save, registration), ApplicationID(UUID()))
                #expect(
                    (outcome.refusal == .otherApplicationOpen) == example.state.isOpen,
                    "\(example.state.rawValue) of \(kind.rawValue)")
            }
        }
    }

    /// Nobody reads another's application, in whatever state; the employer its own from the personal signature on.
    @Test(arguments: RegistrationKind.allCases)
    func `each state is read by whose it is, and by nobody else`(kind: RegistrationKind) async throws {
        try await withStanding { store, person in
            _ = try await store.registered(0)
            let strangers = [
                try await store.session(0), try await store.enterpriseSession(1), try await store.staffSession(),
            ]
            let owner = try await store.session(Self.person)
            for example in CommandCase.all where example.kind == kind {
                let registration = try StandingApplication.registration(in: example.state, kind, person: Self.person)
                try await store.stand(registration, of: person)
                #expect(try await store.registry.registration(registration.id, for: owner) == registration)
                for stranger in strangers {
                    await #expect(throws: Problem(.notFound)) {
                        try await store.registry.registration(registration.id, for: stranger)
                    }
                    await #expect(throws: Problem(.notFound)) {
                        try await store.registry.notice(of: registration.id, for: stranger)
                    }
                }
                for paper in registration.papers {
                    let reference = PaperReference(application: registration.id, digest: paper.digest)
                    for stranger in strangers {
                        await #expect(throws: Problem(.notFound)) {
                            try await store.registry.openDownload(reference, for: stranger)
                        }
                    }
                }
            }
        }
    }

    @Test(arguments: CertificateCase.all.indices)
    func `each certificate takes what the kiosk offers, and nothing else`(index: Int) async throws {
        let example = CertificateCase.all[index]
        try await withStore { store in
            _ = try await store.registered()
            try await store.registry.database.write { try $0.run("DELETE FROM certificates") }
            var certificate = try Samples.certificate(
                issuedOn: store.today.adding(days: example.isExpired ? -1 : 400).adding(
                    years: -RegistrationCertificate.termYears), isPaper: example.state == .paper)
            let then = store.clock.now.addingTimeInterval(-86_400 * 200)
            let events: [(CertificateEvent, Actor)] =
                switch example.state {
                case .paper, .issued: []
                case .collected: [(.collect, .applicant)]
                case .renamed:
                    [
                        (.collect, .applicant),
                        (
                            .rename(to: Enterprise(code: Samples.enterprise().code, name: "上海更名示例有限公司")),
                            .enterprise(Samples.enterprise().code)
                        ),
                    ]
                case .void: [(.cancel, .store)]
                }
            for (event, actor) in events { try certificate.apply(event, by: actor, at: then) }
            #expect(certificate.state == example.state && certificate.isExpired(on: store.today) == example.isExpired)
            let photo = FileReference(
                digest: Samples.digest(Samples.photo), format: .jpeg, byteCount: Samples.photo.count)
            for command in CertificateCase.Command.allCases {
                try await store.hold(certificate)
                let content: OutboxEntry.Content =
                    command == .exchange ? .exchange(certificate.id, photo: photo) : .collect(certificate.id)
                let outcome = try await store.submit(content, store.subject(of: certificate))
                let label: Comment = "\(command.rawValue) of \(example.state.rawValue), \(example.isExpired)"
                #expect((outcome.refusal == nil) == (example.possible == command), label)
            }
        }
    }
}
