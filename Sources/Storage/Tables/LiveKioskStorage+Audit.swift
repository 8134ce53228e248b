package import Core
package import Foundation
import GRDB

/// One row of the audit chain.
package struct AuditRecord: Hashable, Sendable {
    package let sequence: Int
    package let at: Date
    package let act: String
}

// Each row carries an HMAC over the one before it and its own content, and the head is kept apart: a changed, removed,
// inserted or cut-off row shows, and without the device key nobody mends the chain.
extension LiveKioskStorage {
    package func audit(_ act: String) throws(StorageFault) {
        try write { db in try append(act, in: db) }
    }

    package func auditTrail() throws(StorageFault) -> [AuditRecord] {
        try read { db in try links(in: db).map(\.record) }
    }

    /// The first sequence number at which the chain does not hold; nil when it is whole.
    package func auditBreak() throws(StorageFault) -> Int? {
        try read { db in
            var previous = Data()
            var expected = 1
            for (record, link) in try links(in: db) {
                guard record.sequence == expected, vault.link(Self.content(of: record, after: previous)) == link
                else { return expected }
                previous = link
                expected += 1
            }
            return previous == (try head(in: db)) ? nil : expected
        }
    }

    func append(_ act: String, in db: Database) throws {
        let last = try Int.fetchOne(db, sql: "SELECT max(sequence) FROM audit") ?? 0
        let record = AuditRecord(sequence: last + 1, at: now(), act: act)
        let link = vault.link(Self.content(of: record, after: try head(in: db)))
        try db.execute(
            sql: "INSERT INTO audit (sequence, at, act, link) VALUES (?, ?, ?, ?)",
            arguments: [record.sequence, record.at.timeIntervalSinceReferenceDate, act, link])
        try db.execute(sql: "INSERT OR REPLACE INTO meta (name, value) VALUES ('audit head', ?)", arguments: [link])
    }

    private func head(in db: Database) throws -> Data {
        try Data.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'audit head'") ?? Data()
    }

    private func links(in db: Database) throws -> [(record: AuditRecord, link: Data)] {
        try Row.fetchAll(db, sql: "SELECT sequence, at, act, link FROM audit ORDER BY sequence").map { row in
            let at = Date(timeIntervalSinceReferenceDate: row["at"])
            return (AuditRecord(sequence: row["sequence"], at: at, act: row["act"]), row["link"])
        }
    }

    private static func content(of record: AuditRecord, after previous: Data) -> Data {
        let instant = record.at.timeIntervalSinceReferenceDate.bitPattern
        return previous + Data("|\(record.sequence)|\(instant)|\(record.act)".utf8)
    }
}
