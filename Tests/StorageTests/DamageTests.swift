import Core
import Foundation
import GRDB
import Storage
import Testing

@Suite struct DamageTests {
    @Test func `another device key opens nothing`() async throws {
        try await withPlace { place in
            try await place.open().keep(Sample.draft(1), of: Sample.number(1))
            #expect(throws: StorageFault.keyMismatch) { try place.open(Data(repeating: 9, count: 32)) }
            #expect(try await place.open().draft(of: Sample.number(1)) == Sample.draft(1))
        }
    }

    @Test(arguments: ["draft.sealed", "outbox.sealed", "receipt.sealed", "print_paper.sealed", "data_key.wrapped"])
    func `a flipped bit is damage, never other content`(place column: String) async throws {
        try await withStorage { storage, place in
            try await storage.file(Sample.save(1, of: 1), draft: Sample.draft(1), of: Sample.number(1))
            try await storage.file(Sample.save(2, of: 1), draft: Sample.draft(1), of: Sample.number(1))
            try await storage.settle(Sample.applied(1, of: 1))
            try await storage.open(Sample.order(1, of: 1), pdf: Data("%PDF".utf8))
            try flip(column, in: place)
            let reads: [String: () async throws -> Void] = [
                "draft.sealed": { _ = try await storage.draft(of: Sample.number(1)) },
                "outbox.sealed": { _ = try await storage.unsettledEntries() },
                "receipt.sealed": { _ = try await storage.receipt(of: Sample.entryID(1)) },
                "print_paper.sealed": { _ = try await storage.pdf(of: Sample.token(1)) },
                "data_key.wrapped": { _ = try await storage.unsettledEntry(Sample.entryID(2)) },
            ]
            let read = try #require(reads[column])
            await #expect(throws: StorageFault.damaged) { try await read() }
        }
    }

    @Test func `a damaged entry neither hides the queue nor the entries behind it`() async throws {
        try await withStorage { storage, place in
            for index in 1...2 { try await storage.file(Sample.save(index, of: index), draft: nil, of: nil) }
            try flip("outbox.sealed", where: "entry = '\(Sample.entryID(1))'", in: place)
            let port: any KioskStorage = storage
            #expect(try await port.waitingEntries().map(\.id) == [Sample.entryID(1), Sample.entryID(2)])
            await #expect(throws: StorageFault.damaged) { try await port.unsettledEntry(Sample.entryID(1)) }
            #expect(try await port.unsettledEntry(Sample.entryID(2)) == Sample.save(2, of: 2))
        }
    }

    @Test func `one person's ciphertext does not open in another person's row`() async throws {
        try await withStorage { storage, place in
            for index in 1...2 { try await storage.keep(Sample.draft(index), of: Sample.number(index)) }
            try place.tamper { db in
                let rows = try Row.fetchAll(db, sql: "SELECT person, sealed FROM draft ORDER BY application")
                try db.execute(
                    sql: "UPDATE draft SET sealed = ? WHERE person = ?",
                    arguments: [rows[0]["sealed"] as Data, rows[1]["person"] as Data])
            }
            await #expect(throws: StorageFault.damaged) { try await storage.draft(of: Sample.number(2)) }
        }
    }

    @Test func `a file that is no database is damage`() async throws {
        try await withPlace { place in
            try Data(repeating: 0x5A, count: 8_192).write(to: URL(filePath: place.path))
            #expect(throws: StorageFault.damaged) { try place.open() }
        }
    }

    @Test func `a page overwritten with rubbish is found when the file is opened`() async throws {
        try await withPlace { place in
            do {
                let storage = try place.open()
                for index in 0..<40 { try await storage.file(Sample.save(index, of: index), draft: nil, of: nil) }
                try await storage.eraseSettled()
            }
            let file = try FileHandle(forUpdating: URL(filePath: place.path))
            for page in [2, 4, 6, 8, 10] {
                try file.seek(toOffset: UInt64(page * 4_096))
                try file.write(contentsOf: Data(repeating: 0xA5, count: 4_096))
            }
            try file.close()
            #expect(throws: StorageFault.damaged) { try place.open() }
        }
    }

    @Test func `a place that cannot be written is unavailable`() async throws {
        let key = try #require(DeviceKey(Place.keyBytes))
        #expect(throws: StorageFault.unavailable) {
            try LiveKioskStorage(at: "/proc/nowhere/kiosk.sqlite", key: key, now: { Sample.instant })
        }
    }

    private func flip(_ column: String, where condition: String = "true", in place: Place) throws {
        let parts = column.split(separator: ".").map(String.init)
        try place.tamper { db in
            var bytes = try #require(
                try Data.fetchOne(db, sql: "SELECT \(parts[1]) FROM \(parts[0]) WHERE \(condition)"))
            bytes[bytes.startIndex + 20] ^= 1
            try db.execute(sql: "UPDATE \(parts[0]) SET \(parts[1]) = ? WHERE \(condition)", arguments: [bytes])
        }
    }
}
