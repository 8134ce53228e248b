package import Core
import GRDB

extension LiveKioskStorage {
    /// Erases by application: its ciphertexts are overwritten (`secure_delete`), its data key with them, and the log
    /// that still held both is emptied.
    ///
    /// An application stays while an entry of it waits for the store, a sheet of it is on its way, or a draft of it
    /// holds something that the store has not applied.
    package func eraseSettled() throws(StorageFault) {
        do {
            try database.write { db in
                try dropSettledDrafts(in: db)
                let count = try eraseFinished(in: db)
                if count > 0 { try append("erased applications: \(count)", in: db) }
            }
            // Also when nothing was erased now: the last run may have ended between the two.
            try DatabaseFile.truncateLog(database)
        } catch { throw StorageFault(error) }
    }

    private func dropSettledDrafts(in db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM draft
                WHERE pending_entry IN (SELECT entry FROM receipt WHERE is_applied)
                    AND application NOT IN (SELECT application FROM outbox)
                """)
    }

    private func eraseFinished(in db: Database) throws -> Int {
        let finished = try String.fetchAll(
            db,
            sql: """
                SELECT application FROM data_key
                EXCEPT SELECT application FROM draft
                EXCEPT SELECT application FROM outbox
                EXCEPT SELECT application FROM print_order WHERE is_open
                """)
        for application in finished {
            try db.execute(sql: "DELETE FROM attachment WHERE application = ?", arguments: [application])
            try db.execute(sql: "DELETE FROM print_paper WHERE application = ?", arguments: [application])
            try db.execute(sql: "UPDATE receipt SET sealed = NULL WHERE application = ?", arguments: [application])
            try db.execute(sql: "DELETE FROM data_key WHERE application = ?", arguments: [application])
        }
        return finished.count
    }
}
