package import Foundation

/// A day of the Gregorian calendar as papers and cards state it, without a time or a zone. ISO 8601 in text.
package struct CivilDate: Hashable, Comparable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Nil for a day that does not exist, such as 31 February. Years 1 to 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        guard (1...Self.daysIn(month: month, of: year)).contains(day) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// `YYYYMMDD`, as ID cards and ID numbers write it.
    package init?(compact: some StringProtocol) {
        guard compact.utf8.count == 8, compact.utf8.allSatisfy({ (48...57).contains($0) }),
            let number = Int(compact)
        else { return nil }
        self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    /// The day in Shanghai at that instant (UTC+8, no summer time).
    package init(shanghai instant: Date) {
        // Seconds are added before the division: a sum of rounded fractions can miss midnight.
        self.init(daysSince1970: Int(((instant.timeIntervalSince1970 + 28_800) / 86_400).rounded(.down)))
    }

    package func adding(days: Int) -> CivilDate { CivilDate(daysSince1970: daysSince1970 + days) }

    /// The same day some years on; 29 February becomes 28 February where the year has none.
    package func adding(years: Int) -> CivilDate {
        let newYear = year + years
        return CivilDate(
            uncheckedYear: newYear, month: month, day: min(day, Self.daysIn(month: month, of: newYear)))
    }

    /// Days from `other` to this one; negative when this one is earlier.
    package func days(since other: CivilDate) -> Int { daysSince1970 - other.daysSince1970 }

    /// The first instant of this day in Shanghai.
    package var startInShanghai: Date { Date(timeIntervalSince1970: Double(daysSince1970) * 86_400 - 28_800) }

    /// 1 = Monday … 7 = Sunday (ISO 8601).
    package var weekday: Int { ((daysSince1970 + 3) % 7 + 7) % 7 + 1 }

    package static func < (one: CivilDate, other: CivilDate) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }

    private init(uncheckedYear year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// 28 to 31.
    package static func daysIn(month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    // Days-from-civil of the proleptic Gregorian calendar: years start in March, so the leap day comes last.
    private var daysSince1970: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthOfYear = (5 * dayOfYear + 2) / 153
        month = monthOfYear < 10 ? monthOfYear + 3 : monthOfYear - 9
        day = dayOfYear - (153 * monthOfYear + 2) / 5 + 1
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }
}

extension CivilDate: CustomStringConvertible {
    /// `2026-11-22`.
    package var description: String {
        "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    }

    /// `20261122`.
    package var compact: String { Self.padded(year, 4) + Self.padded(month, 2) + Self.padded(day, 2) }

    /// `2026年11月22日`, as papers write it.
    package var chinese: String { "\(year)年\(month)月\(day)日" }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension CivilDate: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard text.count == 10, let date = CivilDate(compact: text.filter { $0 != "-" }), date.description == text
        else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date as YYYY-MM-DD")
        }
        self = date
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
