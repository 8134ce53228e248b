import Core
import Foundation
import Testing

@testable import Central

/// An application in any state, put into the store as if it had gone the whole way.
enum StandingApplication {
    static func form(_ kind: RegistrationKind, person: Int = 0) throws -> ApplicationForm {
        switch kind {
        case .initial: .initial(try Samples.form(person))
        case .renewal: .renewal(Samples.renewal())
        case .cancellation:
            .cancellation(.init(enterprise: Samples.enterprise(), reason: .stopsPractice, isDeclared: true))
        }
    }

    /// The shortest way there.
    static func registration(
        in state: RegistrationState, _ kind: RegistrationKind, person: Int = 0
    ) throws -> Registration {
        let applicant = Applicant(identity: try Samples.identity(person), phone: try Samples.phone(person))
        let form = try form(kind, person: person)
        var registration = Registration(id: ApplicationID(UUID()), applicant: applicant, form: form)
        for (index, (event, actor)) in try events(to: state).enumerated() {
            _ = try registration.apply(event, by: actor, at: Date(timeIntervalSince1970: 1_795_330_800 + Double(index)))
        }
        #expect(registration.state == state)
        return registration
    }

    private static func events(
        to state: RegistrationState
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

extension TestStore {
    /// In the place of every application that there was.
    func stand(_ registration: Registration, of person: PersonID) async throws {
        let now = clock.now
        try await registry.database.write { session in
            for table in ["changes", "history", "notices", "papers", "prints", "numbered_copies"] {
                try session.run("DELETE FROM \(table)")
            }
            try session.run("UPDATE certificates SET application = NULL")
            try session.run("DELETE FROM applications")
            let record = ApplicationRecord(
                registration: registration, person: person, createdAt: now, updatedAt: now)
            try session.keep(record, kiosk: TestStore.kiosk)
            for paper in registration.papers {
                let content = Data((paper.kind == .sealedForm ? "sealed" : "signed").utf8)
                try session.keepPaper(paper, content: content, of: registration.id)
            }
        }
    }
}
