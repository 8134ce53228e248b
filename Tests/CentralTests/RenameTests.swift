import CentralAPI
import Core
import Foundation
import Logging
import Testing

@testable import Central

struct RenameTests {
    @Test func `while the register holds the name of the certificates there is nothing to rename`() async throws {
        try await withStore { store in
            let session = try await store.enterpriseSession()
            #expect(try await store.registry.renameOffer(for: session).entries.isEmpty)
            let outcome = try await store.submit(.rename(Samples.enterprise()), ApplicationID(UUID()))
            #expect(outcome.refusal == .certificate(.sameName))
        }
    }

    /// Whatever the register holds: exactly the certificates in force under the code, with another name.
    @Test(arguments: 1...24)
    func `a rename touches exactly the certificates that it has shown`(_ seed: UInt64) async throws {
        try await withStore { store in
            var generator = Xorshift(state: seed)
            let held = try await Self.fill(store, &generator)
            let before = try await store.allCertificates()
            let renamed = Enterprise(code: Samples.enterprise().code, name: "上海更名示例\(seed)建筑设计有限公司")
            try await store.register(renamed)
            let session = try await store.enterpriseSession()
            let offer = try await store.registry.renameOffer(for: session)
            let entry = EntryID(UUID())
            let outcome = try await store.submit(.rename(renamed), ApplicationID(UUID()), id: entry)
            let after = try await store.allCertificates()
            let expected = Set(
                before.values.filter {
                    $0.enterprise.code == renamed.code && $0.state != .void && !$0.isExpired(on: store.today)
                }.map(\.id))
            #expect(Set(before.keys).isSuperset(of: held))
            let touched = Set(before.keys.filter { before[$0] != after[$0] })
            #expect(touched == expected)
            #expect(offer.entries.count == expected.count)
            if expected.isEmpty {
                #expect(outcome.refusal == .certificate(.sameName))
                return
            }
            #expect(outcome == .noted)
            for id in expected {
                let (old, new) = try (#require(before[id]), #require(after[id]))
                #expect(new.enterprise == renamed && new.validThrough == old.validThrough)
                #expect(new.state == RegistrationCertificate.destination(from: old.state, on: .rename))
            }
            let list = try await store.registry.renameList(entry, for: session)
            #expect(Set(list.entries.map(\.number)) == Set(expected.compactMap { after[$0]?.number }))
            #expect(list.entries.allSatisfy { $0.maskedIDNumber.contains("*") && $0.maskedName.contains("*") })
            // Sent again, by a kiosk that did not hear the answer: nothing happens twice.
            #expect(try await store.submit(.rename(renamed), ApplicationID(UUID()), id: entry) == .noted)
            #expect(try await store.allCertificates() == after)
            let again = try await store.submit(.rename(renamed), ApplicationID(UUID()))
            #expect(again.refusal == .certificate(.sameName))
        }
    }

    @Test func `a name that is not the register's any more is refused, and nothing changes`() async throws {
        try await withStore { store in
            _ = try await store.enterpriseSession()
            let before = try await store.allCertificates()
            let seen = Enterprise(code: Samples.enterprise().code, name: "上海更名示例甲建筑设计有限公司")
            try await store.register(Enterprise(code: seen.code, name: "上海更名示例乙建筑设计有限公司"))
            let outcome = try await store.submit(.rename(seen), ApplicationID(UUID()))
            #expect(outcome.refusal == .enterpriseUnknown)
            #expect(try await store.allCertificates() == before)
        }
    }

    @Test func `no kiosk renames an enterprise that was never there, and no other enterprise reads its list`()
        async throws
    {
        try await withStore { store in
            let renamed = Enterprise(code: Samples.enterprise().code, name: "上海更名示例建筑设计有限公司")
            try await store.register(renamed)
            let refused = try await store.submit(.rename(renamed), ApplicationID(UUID()))
            #expect(refused.refusal == .certificate(.notYours(role: .enterprise, event: .rename)))
            _ = try await store.enterpriseSession()
            let entry = EntryID(UUID())
            #expect(try await store.submit(.rename(renamed), ApplicationID(UUID()), id: entry) == .noted)
            await #expect(throws: Problem(.notFound)) {
                try await store.registry.renameList(entry, for: store.enterpriseSession(1))
            }
            await #expect(throws: Problem.self) {
                try await store.registry.renameOffer(for: store.registered())
            }
            #expect(try await store.acts().contains { $0.hasPrefix("renamed 3 certificates under") })
        }
    }

    @Test func `each holder is told once, however many certificates, and nobody else`() async throws {
        try await withStore { store in
            for person in 0..<3 { _ = try await store.registered(person) }
            // Two of the first person's, one of the second's, and one of the third's under another enterprise.
            for (index, (person, employer)) in [(0, 0), (0, 0), (1, 0), (2, 1)].enumerated() {
                try await store.hold(
                    Samples.certificate("示例\(index)", of: person, by: employer, issuedOn: store.today))
            }
            try await store.renameAll()
            for (person, count) in [(0, 1), (1, 1), (2, 0)] { #expect(try await store.told(person) == count) }
        }
    }

    @Test func `a rename that is refused, or sent again, tells nobody anything more`() async throws {
        try await withStore { store in
            _ = try await store.registered()
            try await store.hold(Samples.certificate(issuedOn: store.today))
            _ = try await store.enterpriseSession()
            let renamed = Enterprise(code: Samples.enterprise().code, name: "上海更名示例建筑设计有限公司")
            #expect(try await store.submit(.rename(renamed), ApplicationID(UUID())).refusal != nil)
            #expect(try await store.told(0) == 0)
            let entry = EntryID(UUID())
            try await store.register(renamed)
            for _ in 0..<3 { _ = try await store.submit(.rename(renamed), ApplicationID(UUID()), id: entry) }
            _ = try await store.submit(.rename(renamed), ApplicationID(UUID()))
            #expect(try await store.told(0) == 1)
        }
    }

    /// Killed between the gateway and the note that it has gone: sent again under the same name, it is one message.
    @Test(arguments: [true, false])
    func `a store that is killed while it tells sends each message once`(hasArrived: Bool) async throws {
        try await withStore { store in
            for person in 0..<2 {
                _ = try await store.registered(person)
                try await store.hold(Samples.certificate("示例\(person)", of: person, issuedOn: store.today))
            }
            try await store.renameAll()
            let killed = KilledGateway(spool: store.spool, hasArrived: hasArrived)
            let logger = Logger(label: "test")
            try? await MessagePump(registry: store.registry, gateway: killed, logger: logger).sendDue()
            store.clock.advance(seconds: 600)
            try await MessagePump(registry: store.registry, gateway: store.spool, logger: logger).sendDue()
            let files = try FileManager.default.contentsOfDirectory(atPath: store.spool.folder.path())
            let texts = try files.map {
                try String(contentsOf: store.spool.folder.appending(path: $0), encoding: .utf8)
            }
            #expect(texts.count { $0.contains("聘用企业已变更名称") } == 2)
        }
    }

    /// Certificates in every state, of two enterprises, some expired.
    private static func fill(
        _ store: TestStore, _ generator: inout Xorshift
    ) async throws -> Set<CertificateID> {
        var held: Set<CertificateID> = []
        for index in 0..<Int.random(in: 0...14, using: &generator) {
            var certificate = try Samples.certificate(
                "示例\(1000 + index)", of: Int.random(in: 0..<8, using: &generator),
                by: Int.random(in: 0...1, using: &generator),
                issuedOn: store.today.adding(days: -Int.random(in: 0...1000, using: &generator)),
                isPaper: Bool.random(using: &generator))
            for _ in 0..<Int.random(in: 0...2, using: &generator) {
                let events: [CertificateEvent] = [.collect, .cancel, .renew(photo: nil)]
                let event = events[Int.random(in: 0..<events.count, using: &generator)]
                let actor: Actor = event == .collect ? .applicant : .store
                try? certificate.apply(event, by: actor, at: store.clock.now)
            }
            held.insert(certificate.id)
            try await store.hold(certificate)
        }
        return held
    }
}

extension TestStore {
    var today: CivilDate { CivilDate(shanghai: clock.now) }

    func allCertificates() async throws -> [CertificateID: RegistrationCertificate] {
        try await registry.database.read { session in
            let all = try session.rows("SELECT content FROM certificates").map {
                try $0.json(RegistrationCertificate.self, "content")
            }
            return Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
        }
    }

    /// The register of enterprises has another name under this code.
    func register(_ enterprise: Enterprise) async throws {
        try await registry.database.write {
            try $0.run("UPDATE enterprises SET name = ? WHERE code = ?", enterprise.name, enterprise.code)
        }
    }
}

extension TestStore {
    /// The first enterprise comes with its new name.
    fileprivate func renameAll() async throws {
        let renamed = Enterprise(code: Samples.enterprise().code, name: "上海更名示例建筑设计有限公司")
        try await register(renamed)
        _ = try await enterpriseSession()
        #expect(try await submit(.rename(renamed), ApplicationID(UUID())) == .noted)
    }

    /// Messages of a rename to that person.
    fileprivate func told(_ person: Int) async throws -> Int {
        try await messages(to: Samples.phone(person)).count { $0.contains("聘用企业已变更名称") }
    }
}

/// A store that dies in the middle of sending: after the gateway has the message, or before.
private final class KilledGateway: MessageGateway {
    private let spool: SpoolGateway
    private let hasArrived: Bool

    struct Killed: Error {}

    init(spool: SpoolGateway, hasArrived: Bool) {
        self.spool = spool
        self.hasArrived = hasArrived
    }

    func send(_ message: OutgoingMessage) async throws {
        if hasArrived { try await spool.send(message) }
        throw Killed()
    }
}

/// The same numbers at every run.
private struct Xorshift: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
