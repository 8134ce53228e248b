import Foundation

/// The fields of an HTML form, as a browser sends them (application/x-www-form-urlencoded). A name may come more than
/// once.
struct FormFields: Hashable, Sendable {
    private let values: [String: [String]]

    /// Nil when a part does not decode to UTF-8.
    init?(_ body: some Sequence<UInt8>) {
        var values: [String: [String]] = [:]
        for part in Array(body).split(separator: UInt8(ascii: "&")) {
            let pair = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = pair.first.flatMap(Self.decode) else { return nil }
            guard let value = pair.count == 2 ? Self.decode(pair[1]) : "" else { return nil }
            values[name, default: []].append(value)
        }
        self.values = values
    }

    /// The only value of that name; nil when it is missing or comes more than once.
    subscript(_ name: String) -> String? {
        guard let all = values[name], all.count == 1 else { return nil }
        return all[0]
    }

    func all(_ name: String) -> [String] { values[name] ?? [] }

    private static func decode(_ part: some Collection<UInt8>) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(part)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
                else { return nil }
                bytes.append(value)
                rest = rest.dropFirst(2)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
