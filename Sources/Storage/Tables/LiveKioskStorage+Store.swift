package import Core
import GRDB

// What the kiosk remembers of the store: public data only.
extension LiveKioskStorage {
    package func feedCursor() throws(StorageFault) -> Int { try cursor("feed cursor") }

    /// Only the place in the feed is kept: what the changes say is personal, and a session reads it afresh.
    package func apply(_ page: ChangePage) throws(StorageFault) {
        try write { db in try setCursor("feed cursor", page.cursor, in: db) }
    }

    package func enterprises() throws(StorageFault) -> [Enterprise] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT code, name FROM enterprise ORDER BY code").map { row in
                guard let code = try? CreditCode(row["code"]) else { throw StorageFault.damaged }
                return Enterprise(code: code, name: row["name"])
            }
        }
    }

    package func registerCursor() throws(StorageFault) -> Int { try cursor("register cursor") }

    package func keep(_ page: EnterpriseRegisterPage) throws(StorageFault) {
        try write { db in
            for enterprise in page.enterprises {
                try db.execute(
                    sql: """
                        INSERT INTO enterprise (code, name) VALUES (?, ?)
                        ON CONFLICT (code) DO UPDATE SET name = excluded.name
                        """,
                    arguments: [enterprise.code.text, enterprise.name])
            }
            try setCursor("register cursor", page.cursor, in: db)
        }
    }

    /// 0 before the first page.
    private func cursor(_ name: String) throws(StorageFault) -> Int {
        try read { db in
            try Int.fetchOne(db, sql: "SELECT value FROM meta WHERE name = ?", arguments: [name]) ?? 0
        }
    }

    private func setCursor(_ name: String, _ cursor: Int, in db: Database) throws {
        try db.execute(sql: "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", arguments: [name, cursor])
    }
}
