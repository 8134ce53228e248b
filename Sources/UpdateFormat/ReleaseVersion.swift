/// Three numbers: `1.4.0`.
package struct ReleaseVersion: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    package let numbers: [Int]

    /// Nil for anything else than three numbers with dots.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.utf8.allSatisfy { (48...57).contains($0) } ? Int($0) : nil }
        guard parts.count == 3, numbers.count == 3 else { return nil }
        self.numbers = numbers
    }

    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let version = ReleaseVersion(text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no version"))
        }
        self = version
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    package var description: String { numbers.map(String.init).joined(separator: ".") }

    package static func < (one: ReleaseVersion, other: ReleaseVersion) -> Bool {
        one.numbers.lexicographicallyPrecedes(other.numbers)
    }
}
