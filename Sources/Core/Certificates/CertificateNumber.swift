/// The number of a registration certificate that this store has issued: `沪建二注2026-000123`, counted per year. Paper
/// certificates and those of earlier systems have numbers of other shapes.
package struct CertificateNumber: Hashable, Sendable, CustomStringConvertible {
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

    private static let prefix = "沪建二注"
}
