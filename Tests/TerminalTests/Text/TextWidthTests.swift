import Foundation
import TerminalEmulator
import Testing

@testable import Terminal

@Suite struct TextWidthTests {
    private static let all = (0x20...0x3FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)

    @Test func `every glyph of certain width has the emulator's width`() {
        let wrong = Self.all.filter { scalar in
            TextWidth.certain(scalar).map { $0 != GlyphWidth.of(scalar) } ?? false
        }
        #expect(wrong.isEmpty)
    }

    /// The witness is Debian's unicode-data, Unicode 15.0.
    @Test func `wide and narrow agree with EastAsianWidth`() throws {
        let wide = try Self.wideOfUnicode()
        let wrong = Self.all.filter { scalar in
            guard scalar.value < 0x20000, let width = TextWidth.certain(scalar) else { return false }
            return (width == 2) != wide.contains(scalar.value)
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(20).map { String($0.value, radix: 16) })")
    }

    @Test func `every assigned ideograph is certain, and rare ones that libraries do not know`() {
        let ranges: [ClosedRange<UInt32>] = [0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x2A6DF, 0x2EBF0...0x2EE5D]
        let missing = ranges.joined().filter { Unicode.Scalar($0).map { TextWidth.certain($0) } != 2 }
        #expect(missing.isEmpty)
    }

    @Test func `the tables are sorted and do not touch`() {
        for table in [TextWidth.narrow, TextWidth.wide] {
            #expect(zip(table, table.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
        }
        #expect(!TextWidth.narrow.contains { one in TextWidth.wide.contains { $0.overlaps(one) } })
    }

    @Test(arguments: [
        ("", 0), ("abc", 3), ("上海", 4), ("𠮷", 2), ("㎡〇", 4), ("“…”●✓", 5), ("葛\u{E0100}", 2), ("🚀", 1), ("👨‍👩‍👧‍👦", 1),
        ("e\u{301}", 1), ("a\tb", 3), ("\u{202E}x", 2), ("العربية", 7), ("①★※", 3),
    ])
    func `width of a text`(text: String, width: Int) {
        #expect(TextWidth.of(text) == width)
    }

    @Test func `what is not certain is drawn as a box, never as itself`() {
        var grid = Grid(Size(width: 12, height: 1))
        grid.write("a🚀b\u{7}c葛\u{E0100}d", at: Point(x: 0, y: 0), style: .normal)
        #expect(grid.lines == ["a□b□c葛d"])
    }

    private static func wideOfUnicode() throws -> Set<UInt32> {
        let text = try String(contentsOfFile: "/usr/share/unicode/EastAsianWidth.txt", encoding: .utf8)
        var wide = Set<UInt32>()
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.prefix { $0 != "#" }.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            guard fields.count == 2, ["W", "F"].contains(fields[1]) else { continue }
            let ends = fields[0].split(separator: ".").compactMap { UInt32($0, radix: 16) }
            wide.formUnion((ends.first ?? 0)...(ends.last ?? 0))
        }
        return wide
    }
}
