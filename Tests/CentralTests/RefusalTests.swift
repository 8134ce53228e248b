import CentralAPI
import Core
import Foundation
import Testing

@testable import Central

/// What the store does not apply, with the reason that the kiosk shows.
struct RefusalTests {
    struct Wrong: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let refusal: EntryRefusal
        let change: @Sendable (inout InitialForm) throws -> Void

        init(_ name: String, _ refusal: EntryRefusal, _ change: @escaping @Sendable (inout InitialForm) throws -> Void)
        {
            testDescription = name
            self.refusal = refusal
            self.change = change
        }
    }

    static let forms: [Wrong] = [
        Wrong("no declaration", .form([FormProblem(.declaration, .notTicked)])) { $0.isDeclared = false },
        Wrong("another qualification", .form([FormProblem(.qualification, .differsFromRecord)])) {
            $0.qualification = try Samples.qualification(1)
        },
        Wrong("another's photo", .form([FormProblem(.photo, .differsFromRecord)])) {
            $0.photo = FileReference(
                digest: Samples.digest(Data("other".utf8)), format: .jpeg, byteCount: Samples.photo.count)
        },
        Wrong("a photo of another size", .form([FormProblem(.photo, .differsFromRecord)])) {
            $0.photo = FileReference(digest: Samples.digest(Samples.photo), format: .jpeg, byteCount: 20_000)
        },
        Wrong("an unknown name", .enterpriseUnknown) {
            $0.enterpriseName = "上海不存在有限公司"
            $0.enterprise = Enterprise(code: Samples.enterprise().code, name: "上海不存在有限公司")
        },
        Wrong("another's code", .enterpriseUnknown) {
            $0.enterprise = Enterprise(code: Samples.enterprise(1).code, name: Samples.enterprise(0).name)
        },
        Wrong(
            "every problem at once",
            .form([FormProblem(.enterprisePhone, .missing), FormProblem(.declaration, .notTicked)])
        ) {
            $0.enterprisePhone = ""
            $0.isDeclared = false
        },
    ]

    @Test(arguments: forms)
    func `a form is judged against rules and records`(_ wrong: Wrong) async throws {
        try await withStore { store in
            _ = try await store.registered()
            var form = try Samples.form()
            try wrong.change(&form)
            let content = OutboxEntry.Content.save(identity: try Samples.identity(), form: .initial(form))
            #expect(try await store.submit(content, ApplicationID(UUID())).refusal == wrong.refusal)
            #expect(try await store.registry.database.read { try $0.rows("SELECT 1 FROM applications") }.isEmpty)
        }
    }

    @Test(arguments: SignatureFinding.allCases)
    func `a signature that is not good is refused with the finding`(_ finding: SignatureFinding) async throws {
        try await withStore { store in
            _ = try await store.registered()
            let saved = try await store.save()
            store.papers.find(finding)
            #expect(try await store.sign(saved.id).refusal == .signature(finding))
            store.papers.find(nil)
            _ = try await store.sign(saved.id).status()
            _ = try await store.enterpriseSession()
            store.papers.find(finding)
            #expect(try await store.seal(saved.id).refusal == .signature(finding))
        }
    }

    @Test func `a file that is not the one named is refused`() async throws {
        try await withStore { store in
            _ = try await store.registered()
            let saved = try await store.save()
            let paper = SignedPaper(
                kind: .personallySignedForm, digest: Samples.digest(Data("one".utf8)), signedAt: store.clock.now)
            let outcome = try await store.submit(.signPersonally(paper, pdf: Data("other".utf8)), saved.id)
            #expect(outcome.refusal == .signature(.otherContent))
        }
    }

    @Test func `events that come too late are refused, and nothing changes`() async throws {
        try await withStore { store in
            let session = try await store.registered()
            let saved = try await store.save()
            _ = try await store.enterpriseSession()
            #expect(
                try await store.seal(saved.id).refusal == .transition(.notPossible(event: .seal, state: .saved)))
            _ = try await store.submit(.withdraw, saved.id).status()
            let late = try await store.sign(saved.id)
            #expect(late.refusal == .transition(.notPossible(event: .signPersonally, state: .withdrawn)))
            let again = OutboxEntry.Content.save(
                identity: try Samples.identity(), form: .initial(try Samples.form()))
            #expect(
                try await store.submit(again, saved.id).refusal
                    == .transition(.notPossible(event: .edit, state: .withdrawn)))
            #expect(try await store.registry.registration(saved.id, for: session).revision == 2)
        }
    }

    @Test func `a kiosk speaks only for those who were at it`() async throws {
        try await withStore { store in
            _ = try await store.registered()
            let saved = try await store.save()
            let elsewhere = try await store.submit(.withdraw, saved.id, kiosk: "kiosk-002")
            #expect(elsewhere.refusal == .transition(.notYours(role: .applicant, event: .withdraw)))
            _ = try await store.sign(saved.id).status()
            #expect(
                try await store.seal(saved.id).refusal
                    == .transition(.notYours(role: .enterprise, event: .seal)))
        }
    }

    @Test func `an enterprise confirms its own applications only`() async throws {
        try await withStore { store in
            _ = try await store.registered()
            let saved = try await store.save()
            _ = try await store.sign(saved.id).status()
            _ = try await store.enterpriseSession(1)
            #expect(try await store.seal(saved.id, employer: 1).refusal == .transition(.otherEnterprise))
        }
    }

    @Test func `an application of another person is not touched by a save`() async throws {
        try await withStore { store in
            _ = try await store.registered(0)
            let saved = try await store.save(0)
            _ = try await store.registered(1)
            let content = OutboxEntry.Content.save(
                identity: try Samples.identity(1), form: .initial(try Samples.form(1)))
            #expect(try await store.submit(content, saved.id).refusal == .applicationUnknown)
        }
    }

    @Test func `an application that is not there is said to be unknown`() async throws {
        try await withStore { store in
            _ = try await store.registered()
            #expect(try await store.sign(ApplicationID(UUID())).refusal == .applicationUnknown)
            #expect(try await store.submit(.withdraw, ApplicationID(UUID())).refusal == .applicationUnknown)
        }
    }

    @Test func `renewal and cancellation need a registration`() async throws {
        try await withStore { store in
            _ = try await store.registered()
            let content = OutboxEntry.Content.save(identity: try Samples.identity(), form: .renewal(Samples.renewal()))
            #expect(
                try await store.submit(content, ApplicationID(UUID())).refusal == .notEligible(.notRegistered))
        }
    }
}
