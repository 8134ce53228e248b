import ArgumentParser
import Core
import Foundation

/// Checks a file of holiday tables before a store is given it.
struct CalendarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "Check a file of holiday tables; print each year's working days, or the last day of a time limit.")

    @Argument(help: "JSON file: an array of {year, source, feasts: [{name, from, through, workedInstead}]}.")
    var file: String

    @Option(help: "First day of a time limit, as 2026-11-23; not counted itself.")
    var from: String?

    @Option(help: "Working days of the time limit.")
    var days = 20

    func run() throws {
        let calendar: WorkingCalendar
        do throws(CalendarFault) { calendar = try CalendarFile.read(URL(filePath: file)) } catch {
            throw ValidationError("\(file): \(error)")
        }
        if let from {
            guard let start = CivilDate(compact: from.filter { $0 != "-" }), start.description == from, days >= 0 else {
                throw ValidationError("--from takes a day as 2026-11-23, --days a number from 0 on")
            }
            let end = calendar.day(adding: days, to: start)
            let open = calendar.uncoveredYears(from: start, through: end)
            print("\(end)" + (open.isEmpty ? "" : " (no table for \(open.map(String.init).joined(separator: ", ")))"))
        } else {
            for table in calendar.tables {
                print("\(table.year): \(workingDays(of: table.year, calendar)) working days; \(table.source)")
            }
        }
    }

    private func workingDays(of year: Int, _ calendar: WorkingCalendar) -> Int {
        guard let first = CivilDate(year: year, month: 1, day: 1),
            let next = CivilDate(year: year + 1, month: 1, day: 1)
        else { return 0 }
        return (0..<next.days(since: first)).count { calendar.isWorkingDay(first.adding(days: $0)) }
    }
}
