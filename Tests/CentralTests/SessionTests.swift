import CentralAPI
import Core
import Crypto
import Foundation
import Testing

@testable import Central

struct SessionTests {
    @Test func `a session tells the person's standing and the store's record`() async throws {
        try await withStore { store in
            let opened = try await store.registry.openApplicantSession(
                try Samples.identity(), kiosk: TestStore.kiosk)
            #expect(opened.phone == nil)
            #expect(opened.qualification == (try Samples.qualification()))
            #expect(opened.photo == Samples.photo)
            #expect(opened.offers.filter(\.isOffered).map(\.kind) == [.initial])
            #expect(opened.rules == FormRules())
        }
    }

    @Test func `the record of a number is not given to a person of another name`() async throws {
        try await withStore { store in
            let one = try Samples.identity(0)
            let stranger = IdentityRecord(
                number: one.number, name: "测试员别", sex: one.sex, birth: one.birth, validFrom: one.validFrom,
                validity: one.validity)
            let opened = try await store.registry.openApplicantSession(stranger, kiosk: TestStore.kiosk)
            #expect(opened.qualification == nil)
            #expect(opened.photo == nil)
        }
    }

    @Test func `a session ends after a quarter of an hour without use`() async throws {
        try await withStore { store in
            let token = try await store.session().token.text
            store.clock.advance(seconds: 10 * 60)
            _ = try await store.registry.session(token: token, kiosk: TestStore.kiosk)
            store.clock.advance(seconds: 10 * 60)
            _ = try await store.registry.session(token: token, kiosk: TestStore.kiosk)
            store.clock.advance(seconds: 15 * 60)
            await #expect(throws: Problem(.sessionEnded)) {
                try await store.registry.session(token: token, kiosk: TestStore.kiosk)
            }
        }
    }

    @Test func `a token is worth nothing at another kiosk`() async throws {
        try await withStore { store in
            let token = try await store.session().token.text
            await #expect(throws: Problem(.sessionEnded)) {
                try await store.registry.session(token: token, kiosk: "kiosk-002")
            }
        }
    }

    @Test func `no table holds a token`() async throws {
        try await withStore { store in
            let token = try await store.session().token.text
            let rows = try await store.registry.database.read { try $0.rows("SELECT * FROM sessions") }
            #expect(rows.count == 1)
            #expect(!rows.contains { $0.columns.values.contains(.text(token)) })
        }
    }
}

struct ReadingTests {
    /// Every reading that a session can make of one application.
    enum Reading: CaseIterable {
        case registration, paper, notice

        func attempt(_ id: ApplicationID, _ paper: PaperDigest, _ registry: Registry, _ session: Session) async throws {
            switch self {
            case .registration: _ = try await registry.registration(id, for: session)
            case .paper:
                _ = try await registry.paper(PaperReference(application: id, digest: paper), for: session)
            case .notice: _ = try await registry.notice(of: id, for: session)
            }
        }
    }

    @Test(arguments: Reading.allCases)
    func `a session reads its own and nothing else`(_ reading: Reading) async throws {
        try await withStore { store in
            let accepted = try await store.accepted()
            let sealed = Samples.digest(Data("sealed".utf8))
            for own in [try await store.session(0), try await store.enterpriseSession(0)] {
                try await reading.attempt(accepted.id, sealed, store.registry, own)
                #expect(try await store.registry.applications(for: own).map(\.id) == [accepted.id])
            }
            for foreign in [try await store.session(1), try await store.enterpriseSession(1)] {
                await #expect(throws: Problem(.notFound)) {
                    try await reading.attempt(accepted.id, sealed, store.registry, foreign)
                }
                #expect(try await store.registry.applications(for: foreign).isEmpty)
            }
        }
    }

    @Test func `a paper is read through its own application only`() async throws {
        try await withStore { store in
            _ = try await store.accepted(0)
            let other = try await store.accepted(1)
            let unknown = PaperReference(application: other.id, digest: Samples.digest(Data("nothing".utf8)))
            await #expect(throws: Problem(.notFound)) {
                try await store.registry.paper(unknown, for: store.session(1))
            }
        }
    }

    @Test func `an employer sees an application from the personal signature on`() async throws {
        try await withStore { store in
            _ = try await store.registered()
            let saved = try await store.save()
            let session = try await store.enterpriseSession()
            #expect(try await store.registry.applications(for: session).isEmpty)
            _ = try await store.sign(saved.id).status()
            #expect(try await store.registry.applications(for: session).map(\.state) == [.personallySigned])
        }
    }

    @Test func `the register comes in pages to its end`() async throws {
        try await withStore { store in
            let first = try await store.registry.enterpriseRegister(after: 0)
            #expect(first.enterprises.count == 12)
            #expect(first.isLast)
            let end = try await store.registry.enterpriseRegister(after: first.cursor)
            #expect(end.enterprises.isEmpty)
            #expect(end.cursor == first.cursor)
        }
    }

    @Test func `an enterprise is verified by its full name`() async throws {
        try await withStore { store in
            let known = Samples.enterprise(3)
            let found = try await store.registry.verifyEnterprise(named: known.name)
            #expect(found == known)
            await #expect(throws: Problem(.enterpriseUnknown)) {
                try await store.registry.verifyEnterprise(named: String(known.name.dropLast(2)))
            }
        }
    }
}

struct EnterpriseSessionTests {
    struct Forgery: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let problem: Problem
        let answer: @Sendable (EnterpriseChallenge, TestStore) throws -> ChallengeAnswer

        init(
            _ name: String, _ finding: CertificateFinding,
            _ answer: @escaping @Sendable (EnterpriseChallenge, TestStore) throws -> ChallengeAnswer
        ) {
            testDescription = name
            problem = Problem(.certificateRejected, finding: finding)
            self.answer = answer
        }
    }

    private static func answer(
        _ card: TestIdentity, _ challenge: EnterpriseChallenge, signing bytes: Data? = nil, key: TestIdentity? = nil
    ) throws -> ChallengeAnswer {
        ChallengeAnswer(
            challenge: challenge, certificate: try card.der,
            signature: try (key ?? card).sign(bytes ?? challenge.bytes))
    }

    private static var code: String { Samples.enterprise().code.text }

    static let forgeries: [Forgery] = [
        Forgery("another root", .untrusted) { challenge, store in
            try answer(TestAuthority("测试企业根").card("测试卡", code: code, at: store.clock.now), challenge)
        },
        Forgery("expired", .expired) { challenge, store in
            try answer(
                store.enterpriseRoot.card("测试卡", code: code, from: -200, through: -100, at: store.clock.now), challenge)
        },
        Forgery("not yet valid", .notYetValid) { challenge, store in
            try answer(
                store.enterpriseRoot.card("测试卡", code: code, from: 100, through: 200, at: store.clock.now), challenge)
        },
        Forgery("another's key", .keyNotProved) { challenge, store in
            let card = try store.enterpriseRoot.card("测试卡", code: code, at: store.clock.now)
            let other = try store.enterpriseRoot.card("测试卡", code: code, at: store.clock.now)
            return try answer(card, challenge, key: other)
        },
        Forgery("another challenge signed", .keyNotProved) { challenge, store in
            let card = try store.enterpriseRoot.card("测试卡", code: code, at: store.clock.now)
            return try answer(card, challenge, signing: Data(repeating: 1, count: 32))
        },
        Forgery("no credit code", .noCreditCode) { challenge, store in
            try answer(store.enterpriseRoot.card("测试卡", code: nil, at: store.clock.now), challenge)
        },
        Forgery("a credit code with a wrong check character", .noCreditCode) { challenge, store in
            let wrong = code.dropLast() + (code.hasSuffix("0") ? "1" : "0")
            return try answer(store.enterpriseRoot.card("测试卡", code: String(wrong), at: store.clock.now), challenge)
        },
        Forgery("no certificate", .unreadable) { challenge, _ in
            ChallengeAnswer(challenge: challenge, certificate: Data([1, 2, 3]), signature: Data())
        },
        Forgery("bytes of our own choice", .keyNotProved) { challenge, store in
            let card = try store.enterpriseRoot.card("测试卡", code: code, at: store.clock.now)
            let own = EnterpriseChallenge(id: challenge.id, bytes: Data(repeating: 7, count: 32))
            return try answer(card, own)
        },
    ]

    @Test(arguments: forgeries)
    func `a certificate that proves nothing opens nothing`(_ forgery: Forgery) async throws {
        try await withStore { store in
            let challenge = try await store.registry.requestChallenge(kiosk: TestStore.kiosk)
            let answer = try forgery.answer(challenge, store)
            await #expect(throws: forgery.problem) {
                try await store.registry.openEnterpriseSession(answer, kiosk: TestStore.kiosk)
            }
        }
    }

    @Test func `a challenge is answered once`() async throws {
        try await withStore { store in
            let challenge = try await store.registry.requestChallenge(kiosk: TestStore.kiosk)
            let card = try store.enterpriseRoot.card("测试卡", code: Self.code, at: store.clock.now)
            let answer = try Self.answer(card, challenge)
            let opened = try await store.registry.openEnterpriseSession(answer, kiosk: TestStore.kiosk)
            #expect(opened.enterprise == Samples.enterprise())
            await #expect(throws: Problem(.certificateRejected, finding: .keyNotProved)) {
                try await store.registry.openEnterpriseSession(answer, kiosk: TestStore.kiosk)
            }
        }
    }

    @Test(arguments: [(121.0, TestStore.kiosk), (0.0, "kiosk-002")])
    func `a challenge holds two minutes, at its own kiosk`(_ seconds: Double, _ kiosk: String) async throws {
        try await withStore { store in
            let challenge = try await store.registry.requestChallenge(kiosk: TestStore.kiosk)
            let card = try store.enterpriseRoot.card("测试卡", code: Self.code, at: store.clock.now)
            store.clock.advance(seconds: seconds)
            await #expect(throws: Problem(.certificateRejected, finding: .keyNotProved)) {
                try await store.registry.openEnterpriseSession(try Self.answer(card, challenge), kiosk: kiosk)
            }
        }
    }

    @Test func `a good certificate of an enterprise that is not registered is told so`() async throws {
        try await withStore { store in
            let challenge = try await store.registry.requestChallenge(kiosk: TestStore.kiosk)
            let card = try store.enterpriseRoot.card("测试卡", code: "91350100M000100Y43", at: store.clock.now)
            await #expect(throws: Problem(.enterpriseUnknown)) {
                try await store.registry.openEnterpriseSession(
                    try Self.answer(card, challenge), kiosk: TestStore.kiosk)
            }
        }
    }
}
