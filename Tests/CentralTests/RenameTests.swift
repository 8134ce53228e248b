import CentralAPI
import Core
import Foundation
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

    /// Certificates in every state, of two enterprises, some expired.
    private static func fill(
        _ store: TestStore, _ generator: inout Xorshift
    ) async throws -> Set<CertificateID> {
        var held: Set<CertificateID> = []
        for index in 0..<Int.random(in: 0...14, using: &generator) {
            var certificate = RegistrationCertificate(
                id: CertificateID(UUID()), number: "示例\(1000 + index)",
                holder: try Samples.identity(Int.random(in: 0..<8, using: &generator)).number,
                enterprise: Samples.enterprise(Int.random(in: 0...1, using: &generator)),
                issuedOn: store.today.adding(days: -Int.random(in: 0...1000, using: &generator)), photo: nil,
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
