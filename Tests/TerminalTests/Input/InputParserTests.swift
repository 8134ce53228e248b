import Testing

@testable import Terminal

@Suite struct InputParserTests {
    private static let table: [(String, [InputEvent])] = [
        ("a", [.key(.character("a"))]),
        ("沪", [.key(.character("沪"))]),
        ("𠮷", [.key(.character("𠮷"))]),
        ("\r", [.key(.enter)]),
        ("\t", [.key(.tab)]),
        ("\u{7F}", [.key(.backspace)]),
        ("\u{03}", [.key(.control("c"))]),
        ("\u{1B}[A", [.key(.up)]),
        ("\u{1B}OB", [.key(.down)]),
        ("\u{1B}[1;5C", [.key(.right)]),
        ("\u{1B}[Z", [.key(.backTab)]),
        ("\u{1B}[5~", [.key(.pageUp)]),
        ("\u{1B}[24~", [.key(.function(12))]),
        ("\u{1B}OP", [.key(.function(1))]),
        ("\u{1B}[<0;11;5M", [.touch(Touch(.down, at: Point(x: 10, y: 4)))]),
        ("\u{1B}[<32;12;5M", [.touch(Touch(.move, at: Point(x: 11, y: 4)))]),
        ("\u{1B}[<0;12;5m", [.touch(Touch(.up, at: Point(x: 11, y: 4)))]),
        ("\u{1B}[<4;1;1M", [.touch(Touch(.down, at: Point(x: 0, y: 0)))]),
        ("\u{1B}[<64;3;4M", [.scroll(rows: -1, at: Point(x: 2, y: 3))]),
        ("\u{1B}[<65;3;4M", [.scroll(rows: 1, at: Point(x: 2, y: 3))]),
        ("\u{1B}[<2;3;4M", []),
        ("\u{1B}[<35;3;4M", []),
        ("\u{1B}[I", [.focus(true)]),
        ("\u{1B}[?2026;2$y", [.report(.mode(2026, setting: 2))]),
        ("\u{1B}[?62;4;22c", [.report(.deviceAttributes([62, 4, 22]))]),
        ("\u{1B}[3;7R", [.report(.cursor(Point(x: 6, y: 2)))]),
        ("\u{1B}[200~不要\u{1B}[201~好", [.key(.character("好"))]),
        ("\u{1B}]0;title\u{07}x", [.key(.character("x"))]),
        ("\u{1B}P1$r0m\u{1B}\\x", [.key(.character("x"))]),
        ("\u{1B}[M !!x", [.key(.character("x"))]),
        ("\u{1B}[99999999999999999999;1;1z", []),
    ]

    @Test(arguments: table)
    func `bytes become events`(input: String, events: [InputEvent]) {
        var parser = InputParser()
        #expect(parser.feed(input.utf8) == events)
        #expect(!parser.isWaiting)
    }

    @Test(arguments: table)
    func `a sequence may come in pieces`(input: String, events: [InputEvent]) {
        var parser = InputParser()
        #expect(input.utf8.flatMap { parser.feed([$0]) } == events)
    }

    @Test func `a lone escape is a key once the caller has waited`() {
        var parser = InputParser()
        #expect(parser.feed([0x1B]).isEmpty)
        #expect(parser.isWaiting)
        #expect(parser.flushEscape() == [.key(.escape)])
        #expect(!parser.isWaiting)
        #expect(parser.flushEscape().isEmpty)
    }

    @Test func `bad UTF-8 is dropped and does not swallow what follows`() {
        var parser = InputParser()
        let bytes: [UInt8] = [0xE6, 0x41, 0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF8, 0x42]
        #expect(parser.feed(bytes) == [.key(.character("A")), .key(.character("B"))])
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `after random bytes and a reset it understands again`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var parser = InputParser()
        let fragments: [[UInt8]] = [[0x1B], [0x1B, 0x5B], Array("\u{1B}[<0;".utf8), Array("\u{1B}[200~".utf8), [0x9B]]
        for _ in 0..<400 {
            if Int.random(in: 0..<6, using: &generator) == 0 {
                _ = parser.feed(fragments.randomElement(using: &generator) ?? [])
            } else {
                _ = parser.feed([UInt8.random(in: 0...255, using: &generator)])
            }
        }
        _ = parser.flushEscape()
        #expect(!parser.isWaiting)
        for (input, events) in Self.table {
            #expect(parser.feed(input.utf8) == events, "seed \(seed)")
        }
    }
}
