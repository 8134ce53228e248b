package import Foundation

/// JSON as both sides write and read it: keys as the types name them, dates as ISO 8601 in UTC with milliseconds, data
/// as base64. The same value always gives the same bytes.
package enum WireCoding {
    package static let contentType = "application/json"
    package static let problemContentType = "application/problem+json"
    /// Bytes that a request may have.
    package static let largestBody = 8 * 1024 * 1024

    package static func encode(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(text(of: date))
        }
        return try encoder.encode(value)
    }

    package static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let container = try decoder.singleValueContainer()
            guard let date = date(in: try container.decode(String.self)) else {
                throw DecodingError.dataCorruptedError(
                    in: container, debugDescription: "not an instant as 2026-11-22T06:35:00.000Z")
            }
            return date
        }
        return try decoder.decode(type, from: data)
    }

    /// `2026-11-22T06:35:00.123Z`, rounded to the nearest millisecond: the format styles cut off instead, and a date
    /// read back would be written one millisecond earlier.
    package static func text(of date: Date) -> String {
        let milliseconds = Int64((date.timeIntervalSince1970 * 1_000).rounded())
        let part = ((milliseconds % 1_000) + 1_000) % 1_000
        let whole = Date(timeIntervalSince1970: Double((milliseconds - part) / 1_000))
        let digits = String(part)
        let padded = String(repeating: "0", count: 3 - digits.count) + digits
        return whole.formatted(.iso8601).dropLast() + ".\(padded)Z"
    }

    package static func date(in text: String) -> Date? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 4, parts[1].hasSuffix("Z"),
            let milliseconds = Int(parts[1].dropLast()), milliseconds >= 0,
            let whole = try? Date(parts[0] + "Z", strategy: .iso8601)
        else { return nil }
        return Date(timeIntervalSince1970: whole.timeIntervalSince1970 + Double(milliseconds) / 1_000)
    }
}
