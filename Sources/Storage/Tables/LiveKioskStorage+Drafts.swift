package import Core
package import Foundation
import GRDB

extension LiveKioskStorage {
    package func draft(of number: DocumentNumber) throws(StorageFault) -> Draft? {
        try read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT application, sealed FROM draft WHERE person = ?", arguments: [vault.person(number)])
            guard let row else { return nil }
            let application: ApplicationID = try row.identifier("application")
            guard let key = try existingDataKey(for: application, in: db) else { throw StorageFault.damaged }
            return try key.open(Draft.self, from: row["sealed"], as: Self.draftLabel(application))
        }
    }

    package func keep(_ draft: Draft, of number: DocumentNumber) throws(StorageFault) {
        try write { db in try put(draft, of: number, in: db) }
    }

    package func dropDraft(of number: DocumentNumber) throws(StorageFault) {
        try write { db in try removeDraft(of: number, in: db) }
    }

    /// Drops what people began and never filed. The bytes go with the next `eraseSettled()`.
    package func dropDrafts(untouchedSince limit: Date) throws(StorageFault) {
        try write { db in
            try db.execute(
                sql: "DELETE FROM draft WHERE pending_entry IS NULL AND touched_at < ?",
                arguments: [limit.timeIntervalSince1970])
        }
    }

    func put(_ draft: Draft, of number: DocumentNumber, in db: Database) throws {
        let key = try dataKey(for: draft.applicationID, in: db)
        try db.execute(
            sql: """
                INSERT INTO draft (person, application, pending_entry, touched_at, sealed) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (person) DO UPDATE SET application = excluded.application,
                    pending_entry = excluded.pending_entry, touched_at = excluded.touched_at, sealed = excluded.sealed
                """,
            arguments: [
                vault.person(number), draft.applicationID.description, draft.pendingEntry?.description,
                now().timeIntervalSince1970,
                try key.seal(encoding: draft, as: Self.draftLabel(draft.applicationID)),
            ])
    }

    func removeDraft(of number: DocumentNumber, in db: Database) throws {
        try db.execute(sql: "DELETE FROM draft WHERE person = ?", arguments: [vault.person(number)])
    }

    private static func draftLabel(_ application: ApplicationID) -> String { "draft \(application)" }
}
