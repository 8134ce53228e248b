import Core
import Foundation
import Testing

@testable import Central

/// Every act in every state, through the pages, against the machine's own table.
struct ActTableTests {
    @Test(arguments: [RegistrationKind.initial, .cancellation])
    func `every act in every state does what the table says, or nothing`(_ kind: RegistrationKind) async throws {
        try await withOffice { (office: OpenOffice) async throws in
            _ = try await office.store.registered()
            try await office.work { (browser: Browser) async throws in
                for state in RegistrationState.allCases where state.exists(for: kind) {
                    for act in ReviewAct.Name.allCases {
                        try await check(act, in: state, kind, office, browser)
                        office.store.clock.advance(seconds: 2)
                    }
                }
            }
        }
    }

    private func check(
        _ act: ReviewAct.Name, in state: RegistrationState, _ kind: RegistrationKind, _ office: OpenOffice,
        _ browser: Browser
    ) async throws {
        let registration = try Self.registration(in: state, kind)
        let person = try await office.store.session().applicant()
        let now = office.store.clock.now
        try await office.store.registry.database.write { session in
            for table in ["changes", "history", "notices", "certificates", "papers"] {
                try session.run("DELETE FROM \(table)")
            }
            try session.run("DELETE FROM applications")
            let record = ApplicationRecord(registration: registration, person: person, createdAt: now, updatedAt: now)
            try session.keep(record, kiosk: TestStore.kiosk)
        }
        let wasSigned = registration.history.contains { $0.event == .signPersonally }
        let shown = try await browser.get("/applications/\(registration.id)")
        #expect(shown.status == (wasSigned ? 200 : 404))
        let token = try #require(try await browser.get("/queue").token)
        let page = try await browser.post(
            "/applications/\(registration.id)/acts/\(act.rawValue)",
            [("form", token), ("revision", "\(registration.revision)"), ("sure", "yes"), ("text", "示例理由")])
        let expected = kind == .cancellation ? nil : Registration.destination(from: state, on: act.event, kind: kind)
        let after = try await office.store.registration(registration.id)
        let label: Comment = "\(act.rawValue) in \(state.rawValue) of \(kind.rawValue)"
        if let expected {
            #expect(page.status == 303, label)
            #expect(after.state == expected, label)
            #expect(shown.html.contains("acts/\(act.rawValue)\""), label)
        } else {
            #expect(page.status == (wasSigned ? 409 : 404), label)
            #expect(after == registration, label)
            #expect(!shown.html.contains("acts/\(act.rawValue)\""), label)
        }
    }

    /// The shortest way there.
    private static func registration(in state: RegistrationState, _ kind: RegistrationKind) throws -> Registration {
        let applicant = Applicant(identity: try Samples.identity(), phone: try Samples.phone())
        let form: ApplicationForm =
            kind == .initial
            ? .initial(try Samples.form())
            : .cancellation(.init(enterprise: Samples.enterprise(), reason: .stopsPractice, isDeclared: true))
        var registration = Registration(id: ApplicationID(UUID()), applicant: applicant, form: form)
        for (index, (event, actor)) in try events(to: state, form).enumerated() {
            _ = try registration.apply(event, by: actor, at: Date(timeIntervalSince1970: 1_795_330_800 + Double(index)))
        }
        #expect(registration.state == state)
        return registration
    }

    private static func events(
        to state: RegistrationState, _ form: ApplicationForm
    ) throws -> [(RegistrationEvent, Actor)] {
        let code = Samples.enterprise().code
        let number = try #require(NoticeNumber(year: 2026, serial: 999))
        let decision = AcceptanceDecision(
            number: number, checkCode: "ABCDEFGH", acceptedAt: Date(timeIntervalSince1970: 1_795_330_900))
        let paper = { (kind: SignedPaper.Kind, name: String) in
            SignedPaper(
                kind: kind, digest: Samples.digest(Data(name.utf8)),
                signedAt: Date(timeIntervalSince1970: 1_795_330_800))
        }
        let saved: [(RegistrationEvent, Actor)] = [(.save, .applicant)]
        let signed = saved + [(.signPersonally(paper(.personallySignedForm, "signed")), .applicant)]
        let sealed = signed + [(.seal(paper(.sealedForm, "sealed")), .enterprise(code))]
        let accepted = sealed + [(.accept(decision), .store)]
        let inReview = accepted + [(.beginReview, .reviewer(id: "r1"))]
        return switch state {
        case .draft: []
        case .saved: saved
        case .personallySigned: signed
        case .returnedByEnterprise: signed + [(.returnToApplicant(reason: "示例"), .enterprise(code))]
        case .sealed, .cancelled: sealed
        case .correctionRequired: sealed + [(.requireCorrection(items: ["示例"]), .reviewer(id: "r1"))]
        case .notAccepted: sealed + [(.declineAcceptance(reason: "示例"), .reviewer(id: "r1"))]
        case .accepted: accepted
        case .inReview: inReview
        case .approved: inReview + [(.approve, .reviewer(id: "r1"))]
        case .refused: inReview + [(.refuse(reason: "示例"), .reviewer(id: "r1"))]
        case .collected: inReview + [(.approve, .reviewer(id: "r1")), (.collect, .applicant)]
        case .withdrawn: signed + [(.withdraw, .applicant)]
        }
    }
}
