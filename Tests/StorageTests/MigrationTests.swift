import Core
import Foundation
import GRDB
import Testing

@testable import Storage

@Suite struct MigrationTests {
    private static let fixture = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/version-1.sql")
    private static let pdf = Data("%PDF-1.7".utf8)

    /// The fixture is a file of the first version. Once that version is out it is never recorded again: a kiosk that
    /// was switched off since then must still open. (RECORD_VERSION_1=1 records it from today's schema.)
    @Test func `a file of version 1 opens, and everything in it is there`() async throws {
        if ProcessInfo.processInfo.environment["RECORD_VERSION_1"] != nil { try await record() }
        let text = try String(contentsOf: Self.fixture, encoding: .utf8)
        try await withPlace { place in
            try load(text, into: place)
            let storage = try place.open()
            let number = try Sample.number(1)
            #expect(try await storage.draft(of: number) == Sample.draft(1, pending: Sample.entryID(2)))
            #expect(try await storage.unsettledEntries() == [Sample.withdrawal(2, of: 1)])
            #expect(try await storage.receipt(of: Sample.entryID(1)) == Sample.applied(1, of: 1))
            #expect(try await storage.openOrders() == [Sample.order(1, of: 1)])
            #expect(try await storage.pdf(of: Sample.token(1)) == Self.pdf)
            #expect(try await storage.feedCursor() == 41)
            #expect(try await storage.registerCursor() == 3)
            #expect(try await storage.enterprises() == [Self.enterprise()])
            #expect(try await storage.auditTrail().map(\.act) == ["started"])
            #expect(try await storage.auditBreak() == nil)
            let migrated = try place.tamper { try DatabaseText.schema($0) }
            let fresh = try await withStorage { _, place in try place.tamper { try DatabaseText.schema($0) } }
            #expect(migrated == fresh)
        }
    }

    @Test func `a file of a version to come is left alone`() async throws {
        try await withPlace { place in
            _ = try place.open()
            try place.tamper { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999')") }
            try place.tamper { try $0.execute(sql: "DELETE FROM meta WHERE name = 'writableFrom'") }
            #expect(throws: StorageFault.newer) { try place.open() }
        }
    }

    @Test(arguments: [(2, true), (3, false)])
    func `after a roll-back a newer file is written on where it says that it may`(
        _ writableFrom: Int, _ isWritable: Bool
    ) async throws {
        try await withPlace { place in
            let vault = Vault(try #require(DeviceKey(Place.keyBytes)))
            let next = Schema.Version(
                name: "3", sql: "CREATE TABLE to_come (x INTEGER) STRICT", writableFrom: writableFrom)
            _ = try DatabaseFile.open(at: place.path, vault: vault, versions: Schema.versions + [next])
            if isWritable {
                _ = try DatabaseFile.open(at: place.path, vault: vault)
                // And forward again.
                _ = try DatabaseFile.open(at: place.path, vault: vault, versions: Schema.versions + [next])
            } else {
                #expect(throws: StorageFault.newer) { try DatabaseFile.open(at: place.path, vault: vault) }
            }
        }
    }

    @Test func `no version claims to be writable by programs that come after it`() {
        for (index, version) in Schema.versions.enumerated() {
            #expect((1...index + 1).contains(version.writableFrom), "\(version.name)")
        }
    }

    @Test(arguments: [("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("secure_delete", "1")])
    func `the connection is as safe as it is meant to be`(pragma: String, value: String) async throws {
        try await withStorage { storage, _ in
            let found = try await storage.setting(pragma)
            #expect(found == value)
        }
    }

    private func load(_ text: String, into place: Place) throws {
        try DatabaseQueue(path: place.path).writeWithoutTransaction { db in
            // Tables come in the order of their names, not of their references.
            try db.execute(sql: "PRAGMA foreign_keys = OFF; " + text)
        }
    }

    private func record() async throws {
        try await withStorage { storage, place in
            let number = try Sample.number(1)
            try await storage.audit("started")
            try await storage.file(Sample.save(1, of: 1), draft: Sample.draft(1), of: number)
            try await storage.settle(Sample.applied(1, of: 1))
            try await storage.file(
                Sample.withdrawal(2, of: 1), draft: Sample.draft(1, pending: Sample.entryID(2)), of: number)
            try await storage.open(Sample.order(1, of: 1), pdf: Self.pdf)
            try await storage.apply(ChangePage(changes: [], cursor: 41))
            try await storage.keep(
                EnterpriseRegisterPage(enterprises: [Self.enterprise()], cursor: 3, isLast: true))
            try Data(place.tamper { try DatabaseText.dump($0) }.utf8).write(to: Self.fixture)
        }
    }

    private static func enterprise() throws -> Enterprise {
        Enterprise(code: try CreditCode("91310101MA1FP1234K"), name: "上海示例建筑设计有限公司")
    }
}

extension LiveKioskStorage {
    fileprivate func setting(_ pragma: String) throws -> String? {
        try read { db in try String.fetchOne(db, sql: "PRAGMA \(pragma)") }
    }
}
