import Foundation
import GRDB

/// One SQLite file: readers beside one writer (WAL), and every commit on the disk before it is answered (FULL).
struct SQLiteDatabase: RegistryDatabase {
    private let pool: DatabasePool

    /// Opens the file and brings its tables up to date.
    init(file: URL) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON")
        }
        pool = try DatabasePool(path: file.path(), configuration: configuration)
        try FileManager.default.setAttributes(
            [.posixPermissions: NSNumber(value: 0o600)], ofItemAtPath: file.path())
        try Self.migrator.migrate(pool)
    }

    func read<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> Result
    ) async throws -> Result {
        try await pool.read { try body(SQLiteSession(database: $0)) }
    }

    func write<Result: Sendable>(
        _ body: @escaping @Sendable (any SQLSession) throws -> Result
    ) async throws -> Result {
        do {
            return try await pool.write { try body(SQLiteSession(database: $0)) }
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
            throw DatabaseFault.uniqueViolation
        }
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (name, sql) in Schema.versions {
            migrator.registerMigration(name) { try $0.execute(sql: sql) }
        }
        return migrator
    }
}

private struct SQLiteSession: SQLSession {
    let database: Database

    func run(_ sql: String, values: [SQLValue]) throws {
        try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(values.map(\.databaseValue)))
    }

    func rows(_ sql: String, values: [SQLValue]) throws -> [SQLRow] {
        let statement = try database.cachedStatement(sql: sql)
        let arguments = StatementArguments(values.map(\.databaseValue))
        return try Row.fetchAll(statement, arguments: arguments).map { row in
            SQLRow(
                columns: Dictionary(
                    row.map { ($0.0, SQLValue($0.1)) }, uniquingKeysWith: { first, _ in first }))
        }
    }
}

extension SQLValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let data): data.databaseValue
        }
    }

    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let number): self = .integer(Int(number))
        case .double(let number): self = .integer(Int(number))
        case .string(let text): self = .text(text)
        case .blob(let data): self = .blob(data)
        }
    }
}
