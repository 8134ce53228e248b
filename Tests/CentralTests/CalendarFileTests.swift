import Core
import Foundation
import Testing

@testable import Central

struct CalendarFileTests {
    @Test func `the tables that init writes are the announced ones`() throws {
        let calendar = try JSONDecoder().decode(WorkingCalendar.self, from: Data(PackageResources.holidays_json))
        #expect(calendar.tables.map(\.year) == [2025, 2026])
        for year in [2025, 2026] {
            let first = try Samples.day(year, 1, 1)
            // 365 days, 104 of them weekends, 13 statutory holidays: exchanging days changes no total.
            #expect((0..<365).count { calendar.isWorkingDay(first.adding(days: $0)) } == 248)
        }
        for (month, day) in [(1, 26), (2, 8), (4, 27), (9, 28), (10, 11)] {
            #expect(calendar.isWorkingDay(try Samples.day(2025, month, day)))
        }
        for (month, day) in [(1, 1), (1, 28), (2, 4), (4, 4), (5, 5), (6, 2), (10, 8)] {
            #expect(!calendar.isWorkingDay(try Samples.day(2025, month, day)))
        }
    }

    @Test func `a notice's day and the queue's come from the file`() async throws {
        try await withStore { store in
            let status = try await store.accepted()
            let session = try await store.session()
            let notice = try await store.registry.notice(of: status.id, for: session)
            // 2026-11-22 and twenty working days.
            #expect(notice.dueOn == (try Samples.day(2026, 12, 18)))
            let deadline = try #require(store.registry.deadline(of: try await store.registration(status.id)))
            #expect(deadline.due == notice.dueOn)
            #expect(!deadline.isProvisional)
        }
    }

    private static let feast =
        #"{"name": "示例节", "from": "2026-05-01", "through": "2026-05-05", "workedInstead": ["2026-05-09"]}"#

    static let faults: [(String, String)] = [
        ("{", "not JSON"), ("", "not JSON"), ("[{}]", "[0].year: is missing"),
        (#"[{"year": "2026", "source": "s", "feasts": []}]"#, "[0].year: "),
        (#"[{"year": 2026, "feasts": []}]"#, "[0].source: is missing"),
        (
            "[{\"year\": 2026, \"source\": \"s\", \"feasts\": [\(feast.replacing("05-05", with: "02-30"))]}]",
            "[0].feasts[0].through: not a date"
        ),
        (
            "[{\"year\": 2026, \"source\": \"s\", \"feasts\": [\(feast.replacing("05-05", with: "04-30"))]}]",
            "[0].feasts: “示例节” ends before"
        ),
        (
            "[{\"year\": 2026, \"source\": \"s\", \"feasts\": [\(feast.replacing("05-09", with: "05-08"))]}]",
            "[0].feasts: 2026-05-08 cannot be worked"
        ),
        (
            "[{\"year\": 2026, \"source\": \"s\", \"feasts\": [\(feast.replacing("2026", with: "2028"))]}]",
            "[0].feasts: 2028-05-01 does not belong"
        ),
        (
            "[{\"year\": 2026, \"source\": \"s\", \"feasts\": []}, {\"year\": 2026, \"source\": \"s\", \"feasts\": []}]",
            "more than one table for the year 2026"
        ),
    ]

    @Test(arguments: faults)
    func `a file that is wrong is told by place and reason`(_ text: String, _ expected: String) async throws {
        try await withFolder { folder in
            let file = folder.appending(path: "holidays.json")
            try Data(text.utf8).write(to: file)
            do throws(CalendarFault) {
                _ = try CalendarFile.read(file)
                Issue.record("taken")
            } catch {
                #expect(error.description.hasPrefix(expected), "\(error)")
            }
        }
    }

    @Test func `a store with such a file does not start, and says which setting`() async throws {
        try await withFolder { folder in
            let store = try await ServedStore(in: folder)
            try Data("[{}]".utf8).write(to: folder.appending(path: "holidays.json"))
            let ended = try CentralProcess.run(["serve", "--config", store.settingsFile.path()])
            #expect(ended.status != 0)
            #expect(ended.error.contains("settings: “calendarFile”: holidays.json: [0].year: is missing"))
        }
    }

    @Test func `the command tells each year, and the last day of a time limit`() async throws {
        try await withFolder { folder in
            let file = folder.appending(path: "holidays.json")
            try Data(PackageResources.holidays_json).write(to: file)
            let years = try CentralProcess.run(["calendar", file.path()]).output
            #expect(years.hasPrefix("2025: 248 working days; 国务院办公厅"))
            let limit = try CentralProcess.run(["calendar", file.path(), "--from", "2026-02-13", "--days", "2"]).output
            #expect(limit == "2026-02-24\n")
            let open = try CentralProcess.run(["calendar", file.path(), "--from", "2026-12-20"]).output
            #expect(open.hasSuffix("(no table for 2027)\n"))
        }
    }
}
