/// The number of a registration certificate that this store has issued: `沪建二注2026-000123`, counted per year. Paper
/// certificates and those of earlier systems have numbers of other shapes.
package struct CertificateNumber: Hashable, Sendable, CustomStringConvertible {
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

    private static let prefix = "沪建二注"
}
