import Foundation

/// Reads an object whose keys may be left out, and refuses keys that it does not know: a misspelt setting must not be
/// passed over in silence.
struct SettingsReader<Key: CodingKey & CaseIterable> {
    private let container: KeyedDecodingContainer<Key>

    init(_ decoder: any Decoder, keys: Key.Type) throws {
        let known = Set(Key.allCases.map(\.stringValue))
        let all = try decoder.container(keyedBy: AnyKey.self)
        if let unknown = all.allKeys.first(where: { !known.contains($0.stringValue) }) {
            throw DecodingError.dataCorruptedError(forKey: unknown, in: all, debugDescription: "no such setting")
        }
        container = try decoder.container(keyedBy: keys)
    }

    func required<Value: Decodable>(_ key: Key) throws -> Value { try container.decode(Value.self, forKey: key) }

    func optional<Value: Decodable>(_ key: Key) throws -> Value? {
        try container.decodeIfPresent(Value.self, forKey: key)
    }

    func read<Value: Decodable>(_ key: Key, into value: inout Value) throws {
        if let found: Value = try optional(key) { value = found }
    }
}

struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
