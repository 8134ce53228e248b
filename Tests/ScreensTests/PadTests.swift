import Core
import Terminal
import Testing

@testable import Screens

/// Numbers and days that are typed on a pad.
struct PadTests {
    private static let first = CivilDate(shanghai: Samples.now).adding(days: -2822)
    private static let last = CivilDate(shanghai: Samples.now)

    @Test(arguments: [
        ("20260509", "20260509"), ("2026" + "5" + "9", "20260509"), ("20261231", "20261231"),
        ("202613", "202613"), ("2026050912", "20260509"), ("20261x", "20261"),
    ])
    func `a day is typed digit by digit, and gets the zeros that can only be`(_ keys: String, _ digits: String) {
        #expect(typed(keys).digits == digits)
    }

    @Test func `one backspace takes back a month or a day that got its zero`() {
        var entry = typed("20265")
        #expect(entry.digits == "202605")
        entry.take(.backspace)
        #expect(entry.digits == "2026" && entry.next == .month)
        entry = typed("202612")
        entry.take(.backspace)
        #expect(entry.digits == "20261")
        entry.take(.clear)
        #expect(entry.digits.isEmpty && entry.next == .year)
    }

    @Test(
        arguments: [
            ("2018", .before(first)), ("2027", .after(last)),
            ("202600", .noSuchMonth), ("202613", .noSuchMonth),
            ("20260230", .noSuchDay(year: 2026, month: 2, last: 28)),
            ("20240230", .noSuchDay(year: 2024, month: 2, last: 29)),
            ("20260431", .noSuchDay(year: 2026, month: 4, last: 30)),
            ("20260400", .noSuchDay(year: 2026, month: 4, last: 30)),
            ("20190301", .before(first)), ("20261123", .after(last)),
            ("20260", nil), ("20190302", nil), ("20261122", nil), ("20240229", nil),
        ] as [(String, DateProblem?)])
    func `what is no day, or no day that may be, is told as soon as it can be known`(
        _ keys: String, _ problem: DateProblem?
    ) throws {
        let entry = typed(keys)
        #expect(entry.problem(within: Self.first...Self.last) == problem)
        #expect((entry.date(within: Self.first...Self.last) != nil) == (problem == nil && entry.digits.count == 8))
    }

    @Test func `a day that is known can be put in and corrected`() throws {
        var entry = DateDigits(try Samples.day(2026, 11, 2))
        #expect(entry.date == (try Samples.day(2026, 11, 2)))
        entry.take(.backspace)
        entry.take(.character("5"))
        #expect(entry.date == (try Samples.day(2026, 11, 5)))
    }

    @Test(arguments: [
        ("310101199001010012", true), ("31010119900101008X", true), ("31010119900101008x", true),
        ("310101199001010013", false), ("990101199001010012", false), ("310101199013010012", false),
    ])
    func `an ID number is right or not, by all that its standard says`(_ keys: String, _ isRight: Bool) {
        let entry = document(keys)
        #expect((entry.number != nil) == isRight)
        #expect((entry.problem == nil) == isRight)
    }

    @Test func `X stands last, and one too early is told and not taken`() {
        var entry = document("3101X")
        #expect(entry.text == "3101" && entry.hasStrayX)
        entry.take(.character("0"))
        #expect(entry.text == "31010" && !entry.hasStrayX)
        #expect(document("31010119900101008X9").text == "31010119900101008X")
    }

    @Test(arguments: [
        ("", ""), ("31010", "31010"), ("3101011", "310101 1"), ("31010119900101008X", "310101 19900101 008X"),
    ])
    func `an ID number is shown in its groups`(_ keys: String, _ grouped: String) {
        #expect(document(keys).grouped == grouped)
    }

    @Test(arguments: [Size(width: 80, height: 30), Size(width: 40, height: 22)])
    func `the pad of an ID number has X, and a keyboard's x is it`(_ size: Size) throws {
        let targets = try Scene.staffDocument.walk.frame(size).tree.targets
        #expect(targets.contains { $0.label == "X" && $0.shortcut == .character("x") })
        #expect(targets.contains { $0.label == KeyboardLabels.chinese.clear })
        #expect(try !Scene.staffNumber.walk.frame(size).tree.targets.contains { $0.label == "X" })
    }

    private func typed(_ keys: String) -> DateDigits {
        var entry = DateDigits()
        for key in keys { entry.take(.character(key)) }
        return entry
    }

    private func document(_ keys: String) -> DocumentDigits {
        var entry = DocumentDigits()
        for key in keys { entry.take(.character(key)) }
        return entry
    }
}
