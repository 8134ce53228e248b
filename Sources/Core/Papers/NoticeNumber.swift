/// 受理编号, issued by the central store alone: `沪建注2026-001234`, counted per year.
package struct NoticeNumber: Hashable, Sendable, CustomStringConvertible {
    package let year: Int
    package let serial: Int

    /// Nil outside the years 2000–2999 or the serials 1–999,999.
    package init?(year: Int, serial: Int) {
        guard (2000...2999).contains(year), (1...999_999).contains(serial) else { return nil }
        self.year = year
        self.serial = serial
    }

    package init?(_ text: String) {
        guard text.hasPrefix(Self.prefix) else { return nil }
        let parts = text.dropFirst(Self.prefix.count).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 6,
            let year = Int(parts[0]), let serial = Int(parts[1])
        else { return nil }
        self.init(year: year, serial: serial)
        guard description == text else { return nil }
    }

    package var description: String {
        let digits = String(serial)
        return "\(Self.prefix)\(year)-" + String(repeating: "0", count: 6 - digits.count) + digits
    }

    private static let prefix = "沪建注"
}

extension NoticeNumber: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let number = NoticeNumber(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a notice number")
        }
        self = number
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
