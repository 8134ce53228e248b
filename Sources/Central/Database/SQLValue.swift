import CentralAPI
import Core
import Foundation

enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int)
    case text(String)
    case blob(Data)
}

/// What may stand for a `?`.
protocol SQLConvertible {
    var sqlValue: SQLValue { get }
}

extension Int: SQLConvertible { var sqlValue: SQLValue { .integer(self) } }
extension Bool: SQLConvertible { var sqlValue: SQLValue { .integer(self ? 1 : 0) } }
extension String: SQLConvertible { var sqlValue: SQLValue { .text(self) } }
extension Data: SQLConvertible { var sqlValue: SQLValue { .blob(self) } }
extension UUID: SQLConvertible { var sqlValue: SQLValue { .text(uuidString.lowercased()) } }
// Dates as ISO 8601 in UTC, so that their order in the database is their order in time.
extension Date: SQLConvertible { var sqlValue: SQLValue { .text(WireCoding.text(of: self)) } }
extension CivilDate: SQLConvertible { var sqlValue: SQLValue { .text(description) } }
extension Identifier: SQLConvertible { var sqlValue: SQLValue { .text(description) } }
extension PaperDigest: SQLConvertible { var sqlValue: SQLValue { .text(hex) } }
extension CreditCode: SQLConvertible { var sqlValue: SQLValue { .text(text) } }
extension PhoneNumber: SQLConvertible { var sqlValue: SQLValue { .text(digits) } }

/// A value that is kept as JSON.
struct JSONColumn: SQLConvertible {
    let sqlValue: SQLValue
    init(_ value: some Encodable) throws {
        sqlValue = .text(String(decoding: try WireCoding.encode(value), as: UTF8.self))
    }
}

/// One row of an answer, by column names.
struct SQLRow: Sendable {
    let columns: [String: SQLValue]

    func text(_ column: String) throws -> String {
        guard case .text(let text) = columns[column] else { throw DatabaseFault.unexpected(column: column) }
        return text
    }

    func optionalText(_ column: String) throws -> String? {
        columns[column] == .null ? nil : try text(column)
    }

    func integer(_ column: String) throws -> Int {
        guard case .integer(let number) = columns[column] else { throw DatabaseFault.unexpected(column: column) }
        return number
    }

    func blob(_ column: String) throws -> Data {
        guard case .blob(let data) = columns[column] else { throw DatabaseFault.unexpected(column: column) }
        return data
    }

    func optionalBlob(_ column: String) throws -> Data? {
        columns[column] == .null ? nil : try blob(column)
    }

    func date(_ column: String) throws -> Date {
        guard let date = WireCoding.date(in: try text(column)) else {
            throw DatabaseFault.unexpected(column: column)
        }
        return date
    }

    func identifier<Thing>(_ column: String) throws -> Identifier<Thing> {
        guard let identifier = Identifier<Thing>(try text(column)) else {
            throw DatabaseFault.unexpected(column: column)
        }
        return identifier
    }

    func json<Value: Decodable>(_ type: Value.Type, _ column: String) throws -> Value {
        try WireCoding.decode(type, from: Data(try text(column).utf8))
    }
}
