/// One year of the State Council's holiday announcement, as a file carries it. Weekends are not listed.
package struct HolidayTable: Hashable, Sendable, Codable {
    package let year: Int
    /// Which announcement it was taken from.
    package let source: String
    package let feasts: [Feast]

    package struct Feast: Hashable, Sendable, Codable {
        package let name: String
        package let from: CivilDate
        /// Last free day.
        package let through: CivilDate
        /// 调休: Saturdays and Sundays that are worked in exchange.
        package let workedInstead: [CivilDate]

        package init(name: String, from: CivilDate, through: CivilDate, workedInstead: [CivilDate]) {
            self.name = name
            self.from = from
            self.through = through
            self.workedInstead = workedInstead
        }
    }

    package enum Problem: Error, Hashable, Sendable, CustomStringConvertible {
        case reversed(feast: String)
        /// Further from its year than a New Year's holiday reaches.
        case outsideYear(CivilDate)
        /// A day to be worked in exchange must be a Saturday or Sunday that no feast covers.
        case wrongMakeUpDay(CivilDate)

        package var description: String {
            switch self {
            case .reversed(let feast): "“\(feast)” ends before it begins"
            case .outsideYear(let day): "\(day) does not belong to this year"
            case .wrongMakeUpDay(let day): "\(day) cannot be worked instead: it is no free Saturday or Sunday"
            }
        }
    }

    package init(year: Int, source: String, feasts: [Feast]) throws(Problem) {
        self.year = year
        self.source = source
        self.feasts = feasts
        for feast in feasts { try check(feast) }
    }

    private func check(_ feast: Feast) throws(Problem) {
        guard feast.from <= feast.through else { throw .reversed(feast: feast.name) }
        for day in [feast.from, feast.through] + feast.workedInstead where !reaches(day) {
            throw .outsideYear(day)
        }
        for day in feast.workedInstead where day.weekday < 6 || feasts.contains(where: { $0.covers(day) }) {
            throw .wrongMakeUpDay(day)
        }
    }

    /// 元旦 may begin in the last days of December, and a day before it may be worked.
    private func reaches(_ day: CivilDate) -> Bool {
        day.year == year || (day.year == year - 1 && day.month == 12)
    }
}

extension HolidayTable.Feast {
    package func covers(_ day: CivilDate) -> Bool { from <= day && day <= through }
}

extension HolidayTable {
    private enum CodingKeys: String, CodingKey { case year, source, feasts }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        do {
            try self.init(
                year: try container.decode(Int.self, forKey: .year),
                source: try container.decode(String.self, forKey: .source),
                feasts: try container.decode([Feast].self, forKey: .feasts))
        } catch let problem as Problem {
            throw DecodingError.dataCorruptedError(
                forKey: .feasts, in: container, debugDescription: "\(problem)")
        }
    }
}
