import Core
import Foundation
import GRDB
import Storage
import Testing

@Suite struct AuditTests {
    @Test func `acts stand in their order with their time, across restarts`() async throws {
        try await withPlace { place in
            try await place.open().audit("started")
            try await place.open(now: Sample.instant + 1).audit("stopped")
            let storage = try place.open()
            let trail = try await storage.auditTrail()
            #expect(trail.map(\.sequence) == [1, 2])
            #expect(trail.map(\.act) == ["started", "stopped"])
            #expect(trail.map(\.at) == [Sample.instant, Sample.instant + 1])
            #expect(try await storage.auditBreak() == nil)
        }
    }

    @Test(arguments: [
        ("UPDATE audit SET act = 'nothing' WHERE sequence = 3", 3),
        ("UPDATE audit SET at = at + 1 WHERE sequence = 2", 2),
        ("DELETE FROM audit WHERE sequence = 4", 4),
        ("DELETE FROM audit WHERE sequence = 1", 1),
        ("DELETE FROM audit WHERE sequence >= 5", 5),
        ("INSERT INTO audit SELECT 7, at, act, link FROM audit WHERE sequence = 6", 7),
        ("UPDATE audit SET link = (SELECT link FROM audit WHERE sequence = 1) WHERE sequence = 2", 2),
        ("DELETE FROM audit", 1),
    ])
    func `a row changed, removed, added or cut off shows`(tampering: String, brokenAt: Int) async throws {
        try await withStorage { storage, place in
            for index in 1...6 { try await storage.audit("act \(index)") }
            #expect(try await storage.auditBreak() == nil)
            try place.tamper { try $0.execute(sql: tampering) }
            #expect(try await storage.auditBreak() == brokenAt)
        }
    }
}
