/// A number that a register counts per year, behind its own words: `沪建注2026-001234`.
struct YearlyNumber: Hashable, Sendable {
    let year: Int
    let serial: Int

    /// Nil outside the years 2000–2999 or the serials 1–999,999.
    init?(year: Int, serial: Int) {
        guard (2000...2999).contains(year), (1...999_999).contains(serial) else { return nil }
        self.year = year
        self.serial = serial
    }

    init?(_ text: String, after prefix: String) {
        guard text.hasPrefix(prefix) else { return nil }
        let parts = text.dropFirst(prefix.count).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 6,
            let year = Int(parts[0]), let serial = Int(parts[1])
        else { return nil }
        self.init(year: year, serial: serial)
        guard self.text(after: prefix) == text else { return nil }
    }

    func text(after prefix: String) -> String {
        let digits = String(serial)
        return "\(prefix)\(year)-" + String(repeating: "0", count: 6 - digits.count) + digits
    }
}
