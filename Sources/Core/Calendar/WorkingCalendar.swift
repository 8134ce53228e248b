/// Which days are worked. Time limits of an administrative licence count working days (行政许可法 82), and holidays
/// with their make-up days are announced a year at a time: the tables are data, provisioned as a file.
package struct WorkingCalendar: Hashable, Sendable {
    package let tables: [HolidayTable]
    private let worked: Set<CivilDate>

    package init(_ tables: [HolidayTable]) {
        self.tables = tables
        worked = Set(tables.flatMap(\.feasts).flatMap(\.workedInstead))
    }

    package func isWorkingDay(_ day: CivilDate) -> Bool {
        if worked.contains(day) { return true }
        return day.weekday < 6 && !tables.contains { $0.feasts.contains { $0.covers(day) } }
    }

    /// The last day of a limit of that many working days. The first day is not counted (民法典 201), so that one
    /// working day from a Friday is the Monday; none is the day itself.
    package func day(adding workingDays: Int, to start: CivilDate) -> CivilDate {
        var day = start
        var left = workingDays
        while left > 0 {
            day = day.adding(days: 1)
            if isWorkingDay(day) { left -= 1 }
        }
        return day
    }

    /// Working days after `start` up to and with `end`; negative when `end` has passed, 0 on the same day.
    package func workingDays(from start: CivilDate, through end: CivilDate) -> Int {
        if end < start { return -workingDays(from: end, through: start) }
        let span = end.days(since: start)
        return span == 0 ? 0 : (1...span).count { isWorkingDay(start.adding(days: $0)) }
    }

    /// Years from one day to the other that no table covers: there only weekends count as free, so that a day found
    /// by counting through them is provisional.
    package func uncoveredYears(from start: CivilDate, through end: CivilDate) -> [Int] {
        guard start.year <= end.year else { return [] }
        let covered = Set(tables.map(\.year))
        return (start.year...end.year).filter { !covered.contains($0) }
    }
}

extension WorkingCalendar: Codable {
    /// An array of tables, one a year; two of the same year would contradict each other.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let tables = try container.decode([HolidayTable].self)
        let years = tables.map(\.year)
        if let year = years.first(where: { year in years.count { $0 == year } > 1 }) {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "more than one table for the year \(year)")
        }
        self.init(tables)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(tables)
    }
}
