package import Core
import Foundation
import GRDB

extension LiveKioskStorage {
    package func file(_ entry: OutboxEntry, draft: Draft?, of number: DocumentNumber?) throws(StorageFault) {
        try write { db in
            try enqueue(entry, in: db)
            guard let number else { return }
            if let draft { try put(draft, of: number, in: db) } else { try removeDraft(of: number, in: db) }
        }
    }

    package func unsettledEntries() throws(StorageFault) -> [OutboxEntry] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT entry, application, sealed FROM outbox ORDER BY sequence")
                .map { try entry(in: $0, db) }
        }
    }

    package func waitingEntries() throws(StorageFault) -> [WaitingEntry] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT entry, application FROM outbox ORDER BY sequence").map { row in
                WaitingEntry(
                    id: try row.identifier("entry"), applicationID: try row.identifier("application"))
            }
        }
    }

    package func unsettledEntry(_ id: EntryID) throws(StorageFault) -> OutboxEntry? {
        try read { db in
            try Row.fetchOne(
                db, sql: "SELECT entry, application, sealed FROM outbox WHERE entry = ?", arguments: [id.description]
            ).map { try entry(in: $0, db) }
        }
    }

    package func settle(_ receipt: EntryReceipt) throws(StorageFault) {
        try write { db in
            let entry = receipt.entryID.description
            let row = try Row.fetchOne(db, sql: "SELECT application FROM outbox WHERE entry = ?", arguments: [entry])
            // Settled before: the first answer stands.
            guard let row else { return }
            let application: ApplicationID = try row.identifier("application")
            let sealed = try dataKey(for: application, in: db)
                .seal(encoding: receipt, as: Self.receiptLabel(receipt.entryID))
            try db.execute(
                sql: "INSERT INTO receipt (entry, application, is_applied, sealed) VALUES (?, ?, ?, ?)",
                arguments: [entry, application.description, receipt.outcome.isApplied, sealed])
            try db.execute(sql: "DELETE FROM outbox WHERE entry = ?", arguments: [entry])
        }
    }

    package func receipt(of entry: EntryID) throws(StorageFault) -> EntryReceipt? {
        try read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT application, sealed FROM receipt WHERE entry = ?", arguments: [entry.description])
            guard let row, let sealed = row["sealed"] as Data? else { return nil }
            guard let key = try existingDataKey(for: try row.identifier("application"), in: db) else {
                throw StorageFault.damaged
            }
            return try key.open(EntryReceipt.self, from: sealed, as: Self.receiptLabel(entry))
        }
    }

    package func outboxChanges() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let observation = DatabaseRegionObservation(tracking: Table("outbox")).start(
            in: database, onError: { _ in continuation.finish() }, onChange: { _ in continuation.yield() })
        continuation.onTermination = { _ in observation.cancel() }
        return stream
    }

    /// Once by its id, whether it still waits or was settled long ago.
    func enqueue(_ entry: OutboxEntry, in db: Database) throws {
        let id = entry.id.description
        let isKnown = try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM outbox WHERE entry = :entry)
                    OR EXISTS (SELECT 1 FROM receipt WHERE entry = :entry)
                """,
            arguments: ["entry": id])
        guard isKnown == false else { return }
        let key = try dataKey(for: entry.applicationID, in: db)
        try db.execute(
            sql: "INSERT INTO outbox (entry, application, sealed) VALUES (?, ?, ?)",
            arguments: [
                id, entry.applicationID.description, try key.seal(encoding: entry, as: Self.entryLabel(entry.id)),
            ])
    }

    private func entry(in row: Row, _ db: Database) throws -> OutboxEntry {
        guard let key = try existingDataKey(for: try row.identifier("application"), in: db) else {
            throw StorageFault.damaged
        }
        return try key.open(OutboxEntry.self, from: row["sealed"], as: Self.entryLabel(try row.identifier("entry")))
    }

    private static func entryLabel(_ id: EntryID) -> String { "outbox \(id)" }
    private static func receiptLabel(_ id: EntryID) -> String { "receipt \(id)" }
}

extension EntryReceipt.Outcome {
    fileprivate var isApplied: Bool {
        switch self {
        case .applied, .noted, .kept: true
        case .refused: false
        }
    }
}
