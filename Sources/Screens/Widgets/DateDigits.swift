package import Core
package import Terminal

/// A day as it is typed: four digits of the year, two of the month, two of the day.
package struct DateDigits: Hashable, Sendable {
    package enum Part: Hashable, Sendable { case year, month, day }

    package private(set) var digits: String

    private static let ends: [(part: Part, end: Int)] = [(.year, 4), (.month, 6), (.day, 8)]

    package init(_ date: CivilDate? = nil) { digits = date?.compact ?? "" }

    /// As far as it was typed before; digits only, and no more than a day has.
    package init(typed: String) { digits = String(typed.filter(\.isWholeNumber).prefix(8)) }

    /// The part that the next digit belongs to; nil when all are there.
    package var next: Part? { Self.ends.first { digits.count < $0.end }?.part }

    /// Nil while digits are missing, and for a day that does not exist.
    package var date: CivilDate? { CivilDate(compact: digits) }

    /// A month or a day that can only have one digit gets its zero: 5 is 05.
    package mutating func take(_ key: KeyboardKey) {
        switch key {
        case .character(let character):
            guard let digit = character.wholeNumberValue, let part = next else { return }
            if isAtStart, digit > Self.highestFirstDigit(of: part) { digits += "0" }
            digits.append(character)
        case .backspace:
            if !digits.isEmpty { digits.removeLast() }
            if isInside, digits.last == "0" { digits.removeLast() }
        case .clear: digits = ""
        case .space, .confirm, .candidate, .moreCandidates, .suggestion, .mode, .originalCharacters: break
        }
    }

    private var isAtStart: Bool { [0, 4, 6].contains(digits.count) }
    /// One digit of a month or of a day is there.
    private var isInside: Bool { [5, 7].contains(digits.count) }

    private static func highestFirstDigit(of part: Part) -> Int {
        switch part {
        case .year: 9
        case .month: 1
        case .day: 3
        }
    }

    private var year: Int? { number(of: 0..<4) }
    private var month: Int? { number(of: 4..<6) }
    private var day: Int? { number(of: 6..<8) }

    private func number(of places: Range<Int>) -> Int? {
        guard digits.count >= places.upperBound else { return nil }
        return Int(digits.dropFirst(places.lowerBound).prefix(places.count))
    }
}

/// Why what is typed is no day, told as soon as it can be known.
package enum DateProblem: Hashable, Sendable {
    case noSuchMonth
    /// The month has only so many days.
    case noSuchDay(year: Int, month: Int, last: Int)
    case before(CivilDate)
    case after(CivilDate)
}

extension DateDigits {
    package func problem(within days: ClosedRange<CivilDate>) -> DateProblem? {
        guard let year else { return nil }
        if year < days.lowerBound.year { return .before(days.lowerBound) }
        if year > days.upperBound.year { return .after(days.upperBound) }
        guard let month else { return nil }
        guard (1...12).contains(month) else { return .noSuchMonth }
        guard let day else { return nil }
        guard let date = CivilDate(year: year, month: month, day: day) else {
            return .noSuchDay(year: year, month: month, last: CivilDate.daysIn(month: month, of: year))
        }
        if date < days.lowerBound { return .before(days.lowerBound) }
        if date > days.upperBound { return .after(days.upperBound) }
        return nil
    }

    /// The day, when it is one and lies within these.
    package func date(within days: ClosedRange<CivilDate>) -> CivilDate? {
        problem(within: days) == nil ? date : nil
    }
}
