/// Where the store keeps its records. SQLite by default; whatever follows implements these two calls and `SQLSession`.
protocol RegistryDatabase: Sendable {
    func read<Result: Sendable>(_ body: @escaping @Sendable (any SQLSession) throws -> Result) async throws -> Result
    /// One transaction: all of it is durable when this returns, or nothing has happened.
    func write<Result: Sendable>(_ body: @escaping @Sendable (any SQLSession) throws -> Result) async throws -> Result
}

/// SQL that SQLite and PostgreSQL both understand, with `?` for each value.
protocol SQLSession {
    func run(_ sql: String, values: [SQLValue]) throws
    func rows(_ sql: String, values: [SQLValue]) throws -> [SQLRow]
}

extension SQLSession {
    func run(_ sql: String, _ values: (any SQLConvertible)?...) throws {
        try run(sql, values: values.map { $0?.sqlValue ?? .null })
    }

    func rows(_ sql: String, _ values: (any SQLConvertible)?...) throws -> [SQLRow] {
        try rows(sql, values: values.map { $0?.sqlValue ?? .null })
    }

    func row(_ sql: String, _ values: (any SQLConvertible)?...) throws -> SQLRow? {
        try rows(sql, values: values.map { $0?.sqlValue ?? .null }).first
    }
}

enum DatabaseFault: Error, Hashable {
    /// Another transaction was first; the whole transaction may be tried again.
    case uniqueViolation
    /// A row does not hold what its column promises.
    case unexpected(column: String)
}
