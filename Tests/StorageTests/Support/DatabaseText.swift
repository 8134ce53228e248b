import GRDB

/// A database as SQL text: schema and rows, in the order of their names, so that a fixture can be read and compared.
enum DatabaseText {
    static func dump(_ db: Database) throws -> String {
        let tables = try String.fetchAll(
            db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
        let content = try tables.flatMap { try rows(of: $0, db) }
        return (try schema(db) + content).map { $0 + ";\n" }.joined()
    }

    static func schema(_ db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name
                """)
    }

    private static func rows(of table: String, _ db: Database) throws -> [String] {
        let columns = try db.columns(in: table).map { "quote(\($0.name))" }.joined(separator: " || ', ' || ")
        return try String.fetchAll(db, sql: "SELECT \(columns) FROM \(table) ORDER BY rowid").map {
            "INSERT INTO \(table) VALUES (\($0))"
        }
    }
}
