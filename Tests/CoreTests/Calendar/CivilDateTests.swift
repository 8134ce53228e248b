import Core
import Foundation
import Testing

@Suite struct CivilDateTests {
    /// Known days: date, days since 1970-01-01, ISO weekday. From `date -u -d`, not from this code.
    private static let table: [(text: String, days: Int, weekday: Int)] = [
        ("1900-01-01", -25_567, 1), ("1949-10-01", -7_397, 6), ("1969-12-31", -1, 3), ("1970-01-01", 0, 4),
        ("1999-12-31", 10_956, 5), ("2000-02-29", 11_016, 2), ("2000-03-01", 11_017, 3), ("2026-11-22", 20_779, 7),
        ("2026-11-23", 20_780, 1), ("2100-02-28", 47_540, 7), ("2100-03-01", 47_541, 1), ("9999-12-31", 2_932_896, 5),
    ]

    @Test(arguments: table) func `a known day has its number and weekday`(
        text: String, days: Int, weekday: Int
    ) throws {
        let date = try Sample.date(text)
        let epoch = try Sample.date("1970-01-01")
        #expect(date.days(since: epoch) == days)
        #expect(epoch.adding(days: days) == date)
        #expect(date.weekday == weekday)
        #expect(date.description == text)
    }

    /// Foundation's Gregorian calendar is the second witness, over four centuries.
    @Test func `every day from 1800 to 2200 agrees with Foundation`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        var date = try Sample.date("1800-01-01")
        var instant = try #require(calendar.date(from: DateComponents(year: 1800, month: 1, day: 1)))
        var disagreements = 0
        while date.year < 2200 {
            let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: instant)
            let agrees =
                (parts.year, parts.month, parts.day) == (date.year, date.month, date.day)
                && parts.weekday == date.weekday % 7 + 1
            if !agrees { disagreements += 1 }
            date = date.adding(days: 1)
            instant += 86_400
        }
        #expect(disagreements == 0)
    }

    @Test(arguments: [
        (2026, 2, 29), (2026, 2, 31), (2024, 2, 30), (1900, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1),
        (2026, 1, 0), (2026, 1, 32), (0, 1, 1), (10_000, 1, 1),
    ])
    func `a day that does not exist is not made`(year: Int, month: Int, day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: ["", "2026112", "202611222", "2026112X", "00000000", "20261322", "２０２６１１２２", "+2026112", "长期"])
    func `a card's date that is none is refused`(text: String) { #expect(CivilDate(compact: text) == nil) }

    @Test func `the day changes at midnight in Shanghai`() throws {
        let midnight = try Sample.noon("2026-11-23").addingTimeInterval(-12 * 3600)
        #expect(CivilDate(shanghai: midnight).description == "2026-11-23")
        #expect(CivilDate(shanghai: midnight.addingTimeInterval(-0.001)).description == "2026-11-22")
        #expect(CivilDate(shanghai: Date(timeIntervalSince1970: -1)).description == "1970-01-01")
        for day in stride(from: -20_000.0, through: 40_000, by: 1) {
            let date = CivilDate(shanghai: Date(timeIntervalSince1970: day * 86_400 - 28_800))
            let before = CivilDate(shanghai: Date(timeIntervalSince1970: day * 86_400 - 28_801))
            #expect(date.days(since: before) == 1)
        }
    }

    @Test func `years are added to the same day`() throws {
        #expect(try Sample.date("2024-02-29").adding(years: 2).description == "2026-02-28")
        #expect(try Sample.date("2024-02-29").adding(years: 4).description == "2028-02-29")
        #expect(try Sample.date("2024-12-31").adding(years: 2).description == "2026-12-31")
    }

    @Test func `dates are ordered, and written in three ways`() throws {
        let days = try ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01"].map(Sample.date)
        #expect(days.shuffled().sorted() == days)
        #expect(days[2].compact == "20260102")
        #expect(days[2].chinese == "2026年1月2日")
        #expect(CivilDate(year: 12, month: 3, day: 4)?.description == "0012-03-04")
    }

    @Test(arguments: ["\"2026-11-31\"", "\"20261122\"", "\"2026-1122-\"", "\"2026-11-22 \"", "20261122", "null"])
    func `bad text is not decoded`(json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CivilDate].self, from: Data("[\(json)]".utf8))
        }
    }
}
