import TerminalEmulator
import Testing

@Suite struct EmulatedScreenTests {
    private static let table: [(name: String, bytes: String, rows: [String])] = [
        ("text wraps after the last column, not before", "abcdefgh\u{1B}[1;8Hx", ["abcdefgx", "", ""]),
        ("the next glyph goes on below", "abcdefghi", ["abcdefgh", "i", ""]),
        ("a wide glyph does not go into the last column", "abcdefg上", ["abcdefg", "上", ""]),
        ("half of a wide glyph overwritten blanks the other", "上海\u{1B}[1;2Hx", [" x海", "", ""]),
        ("erasing half of one as well", "上海\u{1B}[1;2H\u{1B}[2X", ["", "", ""]),
        ("lines scroll at the bottom", "1\r\n2\r\n3\r\n4", ["2", "3", "4"]),
        ("a region scrolls alone", "1\r\n2\r\n3\u{1B}[1;2r\u{1B}[2;1H\nx", ["2", "x", "3"]),
        ("moves stay on the screen", "\u{1B}[99;99Hx\u{1B}[99Ay\u{1B}[99D\u{1B}[Bz", ["       y", "z", "       x"]),
        ("columns and rows by number", "\u{1B}[3Ga\u{1B}[2db\u{1B}[5`c", ["  a", "   bc", ""]),
        (
            "erase to the end, from the start, all", "abc\u{1B}[2G\u{1B}[K\r\ndef\u{1B}[2G\u{1B}[1K\r\nghi\u{1B}[2K",
            ["a", "  f", ""]
        ),
        ("insert and delete cells", "abcd\u{1B}[2G\u{1B}[2@\u{1B}[5G\u{1B}[P", ["a  bd", "", ""]),
        ("insert and delete lines", "1\r\n2\r\n3\u{1B}[1;1H\u{1B}[L\u{1B}[2;1H\u{1B}[M", ["", "2", ""]),
        ("strings of the system are swallowed", "a\u{1B}]0;title\u{07}b\u{1B}P1$r\u{1B}\\c", ["abc", "", ""]),
        ("marks and selectors take no cell", "葛\u{E0100}e\u{301}x", ["葛ex", "", ""]),
        ("a cursor that is kept", "ab\u{1B}7\u{1B}[3;3Hx\u{1B}8c", ["abc", "", "  x"]),
    ]

    @Test(arguments: table.map { ($0.name, $0.bytes, $0.rows) })
    func `what a program writes`(name: String, bytes: String, rows: [String]) {
        var screen = EmulatedScreen(columns: 8, rows: 3)
        screen.feed(bytes)
        #expect(screen.rows == rows, "\(name)")
        var pieces = EmulatedScreen(columns: 8, rows: 3)
        for byte in bytes.utf8 { pieces.feed([byte]) }
        #expect(pieces.rows == rows, "\(name), in pieces")
    }

    @Test func `the alternate screen comes and goes`() {
        var screen = EmulatedScreen(columns: 8, rows: 2)
        screen.feed("main\u{1B}[?1049h")
        #expect(screen.rows == ["", ""])
        screen.feed("\u{1B}[Hother\u{1B}[?1049l!")
        #expect(screen.rows == ["main!", ""])
    }

    @Test func `the scrollback keeps what went off the top, until it is cleared`() {
        var screen = EmulatedScreen(columns: 8, rows: 2)
        screen.feed("1\r\n2\r\n3\r\n4")
        #expect(screen.scrollback == ["1", "2"])
        screen.feed("\u{1B}[?1049h\n\n\n\u{1B}[?1049l")
        #expect(screen.scrollback == ["1", "2"])
        screen.feed("\u{1B}[3J")
        #expect(screen.scrollback.isEmpty)
    }

    @Test func `looks come back as runs`() {
        var screen = EmulatedScreen(columns: 6, rows: 1)
        screen.feed("a\u{1B}[1;38;5;124;48;5;231m海\u{1B}[0;7mb\u{1B}[m")
        let runs = screen.runs(ofRow: 0)
        #expect(runs.map(\.text) == ["a", "海", "b", "  "])
        #expect(runs.map(\.column) == [0, 1, 3, 4])
        #expect(runs[1].style.sequence == "\u{1B}[0;1;38;5;124;48;5;231m")
        #expect(runs[2].style.isInverse && !runs[2].style.isBold)
    }

    @Test func `erased cells get the ground of the pen`() {
        var screen = EmulatedScreen(columns: 4, rows: 1)
        screen.feed("\u{1B}[31;44m\u{1B}[K")
        #expect(screen.cell(column: 3, row: 0).style.background == 4)
        #expect(screen.cell(column: 3, row: 0).style.foreground == nil)
    }

    @Test func `it answers what it is asked`() {
        var screen = EmulatedScreen(columns: 8, rows: 3)
        screen.knownModes.remove(1016)
        screen.feed("ab\u{1B}[6n\u{1B}[5n\u{1B}[?2026$p\u{1B}[?1016$p\u{1B}[?1002h\u{1B}[?1002$p")
        let expected = "\u{1B}[1;3R\u{1B}[0n\u{1B}[?2026;2$y\u{1B}[?1016;0$y\u{1B}[?1002;1$y"
        #expect(String(decoding: screen.takeReplies(), as: UTF8.self) == expected)
        #expect(screen.takeReplies().isEmpty)
    }

    @Test func `a resize keeps what fits and halves no glyph`() {
        var screen = EmulatedScreen(columns: 6, rows: 2)
        screen.feed("a上海\r\nx")
        screen.resize(columns: 4, rows: 1)
        #expect(screen.rows == ["a上"])
        screen.resize(columns: 8, rows: 2)
        #expect(screen.rows == ["a上", ""])
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func `random bytes never bring it down`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var screen = EmulatedScreen(
            columns: .random(in: 1...9, using: &generator), rows: .random(in: 1...5, using: &generator))
        let finals = Array("ABCDEFGHJKLMPSTXdfhlmnrsu@`".utf8)
        for _ in 0..<600 {
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: screen.feed([UInt8.random(in: 0...255, using: &generator)])
            case 1: screen.feed("上a")
            case 2:
                screen.resize(
                    columns: .random(in: 1...9, using: &generator), rows: .random(in: 1...5, using: &generator))
            default:
                let numbers = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
                    String(Int.random(in: 0...12, using: &generator))
                }
                screen.feed("\u{1B}[" + numbers.joined(separator: ";"))
                screen.feed([finals.randomElement(using: &generator) ?? 0x41])
            }
        }
        screen.feed("\u{1B}\\\u{1B}c\u{1B}[?7hx")
        #expect(screen.rows.first == "x")
    }
}
