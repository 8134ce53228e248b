import TerminalEmulator
import Testing

@testable import Terminal

@Suite struct ScreenEncoderTests {
    /// Chinese text, overlays on half a glyph, style-only changes, scrolling, resizes and changes of the theme.
    @Test(arguments: 1...24 as ClosedRange<UInt64>)
    func `random edits leave the terminal with the grid's cells`(seed: UInt64) throws {
        var edits = RandomEdits(seed: seed)
        var screen = EmulatedScreen(columns: edits.grid.size.width, rows: edits.grid.size.height)
        var encoder = ScreenEncoder()
        encoder.erasesWithBackground = seed % 2 == 0
        encoder.synchronizes = seed % 3 == 0
        for step in 0..<60 {
            edits.step()
            if screen.columns != edits.grid.size.width || screen.rowCount != edits.grid.size.height {
                screen.resize(columns: edits.grid.size.width, rows: edits.grid.size.height)
            }
            screen.feed(encoder.encode(edits.grid, theme: edits.theme))
            try #require(screen.difference(from: edits.grid, edits.theme) == nil, "seed \(seed), step \(step)")
        }
    }

    @Test(arguments: 100...107 as ClosedRange<UInt64>)
    func `an incremental frame equals a full one`(seed: UInt64) {
        var edits = RandomEdits(seed: seed)
        var incremental = ScreenEncoder()
        var screen = EmulatedScreen(columns: edits.grid.size.width, rows: edits.grid.size.height)
        for _ in 0..<30 {
            edits.step(mayResize: false)
            screen.feed(incremental.encode(edits.grid, theme: edits.theme))
        }
        var whole = ScreenEncoder()
        var fresh = EmulatedScreen(columns: edits.grid.size.width, rows: edits.grid.size.height)
        fresh.feed(whole.encode(edits.grid, theme: edits.theme))
        #expect(screen.difference(from: edits.grid, edits.theme) == nil)
        #expect(fresh.difference(from: edits.grid, edits.theme) == nil)
    }

    @Test func `a full change of a Chinese screen is one run of glyphs`() {
        let size = Size(width: 200, height: 60)
        var encoder = ScreenEncoder()
        _ = encoder.encode(Self.chinese(size, first: 0x4E00), theme: .standard)
        let bytes = encoder.encode(Self.chinese(size, first: 0x5E00), theme: .standard)
        #expect(bytes.count <= 19_000)
    }

    @Test func `a key costs a few bytes`() {
        let size = Size(width: 200, height: 60)
        var grid = Self.chinese(size, first: 0x4E00)
        var encoder = ScreenEncoder()
        _ = encoder.encode(grid, theme: .standard)
        grid.write("沪", at: Point(x: 100, y: 30), style: .field)
        #expect(encoder.encode(grid, theme: .standard).count <= 64)
        grid.write("建", at: Point(x: 102, y: 30), style: .field)
        #expect(encoder.encode(grid, theme: .standard).count == 3)
    }

    @Test func `nothing changed is no byte`() {
        let grid = Self.chinese(Size(width: 80, height: 30), first: 0x4E00)
        var encoder = ScreenEncoder()
        _ = encoder.encode(grid, theme: .standard)
        #expect(encoder.encode(grid, theme: .standard).isEmpty)
    }

    @Test func `only a terminal that knows synchronized output gets it, and only for large frames`() {
        var grid = Self.chinese(Size(width: 80, height: 30), first: 0x4E00)
        var encoder = ScreenEncoder()
        #expect(!Self.text(encoder.encode(grid, theme: .standard)).contains("?2026"))
        encoder.synchronizes = true
        encoder.invalidate()
        let frame = Self.text(encoder.encode(grid, theme: .standard))
        #expect(frame.hasPrefix("\u{1B}[?2026h") && frame.hasSuffix("\u{1B}[?2026l"))
        grid.write("x", at: Point(x: 0, y: 0), style: .normal)
        #expect(!Self.text(encoder.encode(grid, theme: .standard)).contains("?2026"))
    }

    @Test func `a cell is eight bytes, so rows compare as memory`() {
        #expect(MemoryLayout<Cell>.stride == 8)
        #expect(MemoryLayout<Cell>.size == 8)
    }

    static func chinese(_ size: Size, first: UInt32) -> Grid {
        var grid = Grid(size)
        for y in 0..<size.height {
            var line = String.UnicodeScalarView()
            for x in 0..<size.width / 2 {
                if let scalar = Unicode.Scalar(first + UInt32(y * 37 + x)) { line.append(scalar) }
            }
            grid.write(String(line), at: Point(x: 0, y: y), style: .normal)
        }
        return grid
    }

    static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

/// A grid under random edits.
private struct RandomEdits {
    private(set) var grid: Grid
    private(set) var theme = Theme.standard
    private var generator: SeededGenerator

    private static let texts = [
        "上海市示例设计研究总院有限公司", "a", "测试员甲", "abc中def文", "  ", "          ", "─────", "✓1 刷卡 ── ▶2", "𠮷野家",
        "㎡〇“”…", "Ünï", "", "x国", "e\u{301}", "🚀",
    ]

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        grid = Grid(
            Size(width: Int.random(in: 1...50, using: &generator), height: Int.random(in: 1...14, using: &generator)))
    }

    mutating func step(mayResize: Bool = true) {
        for _ in 0..<Int.random(in: 0...6, using: &generator) { edit() }
        if mayResize, Int.random(in: 0..<12, using: &generator) == 0 { resize() }
        if Int.random(in: 0..<15, using: &generator) == 0 {
            theme = theme == .standard ? .highContrast : .standard
        }
    }

    private mutating func edit() {
        switch Int.random(in: 0..<10, using: &generator) {
        case 0...4:
            grid.write(Self.texts.randomElement(using: &generator) ?? "", at: point(), style: style(), clip: clip())
        case 5: grid.fill(rect(), with: [" ", "░", "█"].randomElement(using: &generator) ?? " ", style: style())
        case 6, 7: grid.restyle(rect(), style())
        case 8: scroll()
        default:
            var picture = Grid(Size(width: 4, height: 2))
            picture.write("图x", at: Point(x: 0, y: 0), style: .grey(foreground: 3, background: 12))
            grid.draw(picture, at: point(), clip: clip())
        }
    }

    private mutating func scroll() {
        var moved = Grid(grid.size)
        moved.draw(grid, at: Point(x: 0, y: Int.random(in: -2...2, using: &generator)))
        grid = moved
    }

    private mutating func resize() {
        let size = Size(
            width: Int.random(in: 1...50, using: &generator), height: Int.random(in: 1...14, using: &generator))
        var resized = Grid(size)
        resized.draw(grid, at: Point(x: 0, y: 0))
        grid = resized
    }

    private mutating func point() -> Point {
        Point(
            x: Int.random(in: -3...grid.size.width, using: &generator),
            y: Int.random(in: -1...grid.size.height, using: &generator))
    }

    private mutating func rect() -> Rect {
        let origin = point()
        return Rect(
            x: origin.x, y: origin.y, width: Int.random(in: 0...20, using: &generator),
            height: Int.random(in: 0...4, using: &generator))
    }

    private mutating func clip() -> Rect? { Bool.random(using: &generator) ? nil : rect() }

    private mutating func style() -> Style { Style.meanings.randomElement(using: &generator) ?? .normal }
}
