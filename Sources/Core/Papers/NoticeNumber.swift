/// 受理编号, issued by the central store alone: `沪建注2026-001234`, counted per year.
package struct NoticeNumber: Hashable, Sendable, CustomStringConvertible {
    private let number: YearlyNumber

    package var year: Int { number.year }
    package var serial: Int { number.serial }

    /// Nil outside the years 2000–2999 or the serials 1–999,999.
    package init?(year: Int, serial: Int) {
        guard let number = YearlyNumber(year: year, serial: serial) else { return nil }
        self.number = number
    }

    package init?(_ text: String) {
        guard let number = YearlyNumber(text, after: Self.prefix) else { return nil }
        self.number = number
    }

    package var description: String { number.text(after: Self.prefix) }

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
