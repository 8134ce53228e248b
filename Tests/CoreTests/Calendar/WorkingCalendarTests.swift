import Core
import Foundation
import Testing

@Suite struct WorkingCalendarTests {
    private func calendar() throws -> WorkingCalendar {
        let file = testFile("Calendar/holidays-2026.json")
        return try JSONDecoder().decode(WorkingCalendar.self, from: Data(contentsOf: file))
    }

    @Test(arguments: [
        ("2026-01-01", false), ("2026-01-02", false), ("2026-01-03", false), ("2026-01-04", true), ("2026-01-05", true),
        ("2026-02-14", true), ("2026-02-16", false), ("2026-02-23", false), ("2026-02-24", true), ("2026-02-28", true),
        ("2026-04-06", false), ("2026-05-05", false), ("2026-05-06", true), ("2026-05-09", true), ("2026-06-19", false),
        ("2026-09-20", true), ("2026-09-25", false), ("2026-10-07", false), ("2026-10-08", true), ("2026-10-10", true),
        ("2026-10-11", false), ("2026-11-21", false), ("2026-11-22", false), ("2026-11-23", true),
    ])
    func `feasts are free, make-up days are worked`(day: String, isWorked: Bool) throws {
        #expect(try calendar().isWorkingDay(Sample.date(day)) == isWorked)
    }

    /// 365 days, 104 of them weekends, 13 statutory holidays: exchanging days changes no total.
    @Test func `the year 2026 has 248 working days`() throws {
        let calendar = try calendar()
        let first = try Sample.date("2026-01-01")
        #expect((0..<365).count { calendar.isWorkingDay(first.adding(days: $0)) } == 248)
    }

    @Test(arguments: [
        ("2026-11-23", 20, "2026-12-21"), ("2026-11-20", 1, "2026-11-23"), ("2026-11-22", 1, "2026-11-23"),
        ("2026-09-30", 1, "2026-10-08"), ("2026-09-18", 20, "2026-10-22"), ("2026-02-13", 2, "2026-02-24"),
        ("2026-02-13", 20, "2026-03-19"), ("2026-11-23", 0, "2026-11-23"), ("2026-11-21", 0, "2026-11-21"),
    ])
    func `a limit counts from the next working day on`(start: String, count: Int, end: String) throws {
        #expect(try calendar().day(adding: count, to: Sample.date(start)).description == end)
    }

    @Test func `a limit is as long as the working days it holds, from every start`() throws {
        let calendar = try calendar()
        for offset in 0..<330 {
            let start = try Sample.date("2026-01-01").adding(days: offset)
            let end = calendar.day(adding: 20, to: start)
            #expect((1...end.days(since: start)).count { calendar.isWorkingDay(start.adding(days: $0)) } == 20)
            #expect(calendar.isWorkingDay(end))
        }
    }

    @Test(arguments: [
        ("2026-11-23", "2026-11-30", 5), ("2026-11-30", "2026-11-23", -5), ("2026-11-23", "2026-11-23", 0),
        ("2026-11-20", "2026-11-22", 0), ("2026-09-30", "2026-10-08", 1), ("2026-02-13", "2026-02-14", 1),
    ])
    func `working days between two days leave the first out`(start: String, end: String, count: Int) throws {
        #expect(try calendar().workingDays(from: Sample.date(start), through: Sample.date(end)) == count)
    }

    @Test func `two tables of one year are refused`() {
        let json = #"[{"year": 2026, "source": "a", "feasts": []}, {"year": 2026, "source": "b", "feasts": []}]"#
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(WorkingCalendar.self, from: Data(json.utf8))
        }
    }

    @Test func `a year without a table is named, and only its weekends are free`() throws {
        let calendar = try calendar()
        let (start, end) = (try Sample.date("2026-12-10"), try Sample.date("2027-01-08"))
        #expect(calendar.uncoveredYears(from: start, through: end) == [2027])
        #expect(calendar.uncoveredYears(from: start, through: start) == [])
        #expect(calendar.uncoveredYears(from: end, through: start) == [])
        #expect(calendar.isWorkingDay(try Sample.date("2027-01-01")))
    }

    @Test(arguments: [
        ("2026-05-05", "2026-05-01", "2026-05-09"), ("2027-05-01", "2027-05-05", "2026-05-09"),
        ("2026-05-01", "2026-05-05", "2026-05-08"), ("2026-05-01", "2026-05-05", "2026-05-03"),
        ("2025-11-30", "2026-05-05", "2026-05-09"), ("2026-02-30", "2026-03-05", "2026-03-07"),
    ])
    func `a table that contradicts itself is refused`(from: String, through: String, worked: String) {
        let json = """
            [{"year": 2026, "source": "示例", "feasts": [
            {"name": "示例节", "from": "\(from)", "through": "\(through)", "workedInstead": ["\(worked)"]}]}]
            """
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(WorkingCalendar.self, from: Data(json.utf8))
        }
    }

    @Test func `a new year's holiday may begin in December`() throws {
        let feast = HolidayTable.Feast(
            name: "元旦", from: try Sample.date("2023-12-30"), through: try Sample.date("2024-01-01"), workedInstead: [])
        let calendar = WorkingCalendar([try HolidayTable(year: 2024, source: "示例", feasts: [feast])])
        #expect(!calendar.isWorkingDay(try Sample.date("2024-01-01")))
        #expect(try JSONDecoder().decode(WorkingCalendar.self, from: JSONEncoder().encode(calendar)) == calendar)
    }
}
