package import Core

/// A notice number as staff type it: the serial alone (this year's), or the year and the serial.
package struct NoticeDigits: Hashable, Sendable {
    package var digits = ""

    /// Four of a year and six of a serial.
    static let limit = 10

    /// Nil while it is none.
    package func number(in year: Int) -> NoticeNumber? {
        switch digits.count {
        case 1...6: return Int(digits).flatMap { NoticeNumber(year: year, serial: $0) }
        case Self.limit:
            guard let year = Int(digits.prefix(4)), let serial = Int(digits.suffix(6)) else { return nil }
            return NoticeNumber(year: year, serial: serial)
        default: return nil
        }
    }
}
