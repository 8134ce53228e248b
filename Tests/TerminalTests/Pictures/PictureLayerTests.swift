import TerminalEmulator
import Testing

@testable import Terminal

struct PictureLayerTests {
    private static let size = Size(width: 30, height: 12)
    private static let image = Image(width: 40, height: 40) { x, y in UInt8((x * 5 + y) % 256) }

    @Test func `a picture lies over its cells and nowhere else`() {
        var terminal = SixelTerminal(size: Self.size)
        terminal.show(Self.content(at: 3))
        #expect(terminal.screen.picturedCells == 10 * 5)
        #expect(terminal.screen.dot(x: 3 * 10 - 1, y: 2 * 20) == nil)
        #expect(terminal.screen.dot(x: 3 * 10, y: 2 * 20) != nil)
    }

    @Test func `nothing is sent while nothing changes`() {
        var terminal = SixelTerminal(size: Self.size)
        terminal.show(Self.content(at: 3))
        #expect(terminal.show(Self.content(at: 3)).isEmpty)
        #expect(terminal.show(Self.content(at: 3, word: "别处")).count < 40)
        #expect(terminal.screen.picturedCells == 50)
    }

    @Test func `a picture whose cells were written follows again`() {
        var terminal = SixelTerminal(size: Self.size)
        terminal.show(Self.content(at: 3))
        var content = Self.content(at: 3)
        content.grid.write("压在图上", at: Point(x: 1, y: 4), style: .normal)
        terminal.show(content)
        #expect(terminal.screen.picturedCells == 50)
    }

    @Test func `a picture that goes leaves its cells as the grid has them`() {
        var terminal = SixelTerminal(size: Self.size)
        terminal.show(Self.content(at: 3))
        var content = Self.content(at: 3)
        content.images = []
        terminal.show(content)
        #expect(terminal.screen.picturedCells == 0)
        #expect(terminal.screen.difference(from: content.grid, .standard) == nil)
        terminal.show(ScreenContent(Grid(Self.size)))
        #expect(terminal.screen.rows.joined() == "")
    }

    @Test func `a picture that moves is at one place only`() {
        var terminal = SixelTerminal(size: Self.size)
        for column in [3, 12, 4, 0, 20] {
            terminal.show(Self.content(at: column))
            #expect(terminal.screen.picturedCells == 50)
            #expect(terminal.screen.dot(x: column * 10, y: 40) != nil)
        }
    }

    @Test func `the last row stays in half blocks, so that nothing scrolls`() {
        var terminal = SixelTerminal(size: Self.size)
        terminal.show(Self.content(at: 3, row: 7))
        #expect(terminal.screen.picturedCells == 40)
        #expect(terminal.screen.difference(from: Self.content(at: 3, row: 7).grid, .standard) == nil)
    }

    @Test func `a terminal without pixels shows the half blocks and gets no sixel`() {
        var terminal = SixelTerminal(size: Self.size)
        terminal.cell = nil
        let bytes = terminal.show(Self.content(at: 3))
        #expect(!String(decoding: bytes, as: UTF8.self).contains("\u{1B}P"))
        #expect(terminal.screen.difference(from: Self.content(at: 3).grid, .standard) == nil)
    }

    @Test func `of a picture that is scrolled half away the other half is shown`() throws {
        var terminal = SixelTerminal(size: Self.size)
        let rect = Rect(x: 3, y: -2, width: 10, height: 5)
        let placed = PlacedImage(Self.image, rect: rect, visible: Rect(x: 3, y: 0, width: 10, height: 3))
        terminal.show(ScreenContent(Grid(Self.size), images: [placed]))
        #expect(terminal.screen.picturedCells == 30)
        let whole = PlacedImage(Self.image, rect: rect, visible: rect).pixels(cell: SixelTerminal.cell)
        let dot = try #require(terminal.screen.dot(x: 35, y: 3))
        #expect(abs(Int(dot & 255) - (Int(whole.grey(5, 2 * 20 + 3)) + 8) / 17 * 17) <= 1)
    }

    @Test func `through random changes each picture is whole and each cell right`() {
        var generator = SeededGenerator(seed: 20_251_126)
        var terminal = SixelTerminal(size: Self.size)
        for _ in 0..<120 {
            let column = Int.random(in: 0...20, using: &generator)
            var content = Self.content(at: column, row: Int.random(in: 0...6, using: &generator))
            for _ in 0..<Int.random(in: 0...3, using: &generator) {
                let point = Point(
                    x: Int.random(in: 0...28, using: &generator), y: Int.random(in: 0...11, using: &generator))
                content.grid.write("测A试", at: point, style: .strong)
            }
            if Bool.random(using: &generator) { content.images = [] }
            terminal.show(content)
            #expect(terminal.screen.picturedCells == content.images.count * 50)
            #expect(terminal.screen.difference(from: content.grid, .standard) == nil)
        }
    }

    private static func content(at column: Int, row: Int = 2, word: String = "表格") -> ScreenContent {
        var grid = Grid(size)
        grid.write(word, at: Point(x: 0, y: 0), style: .title)
        let rect = Rect(x: column, y: row, width: 10, height: 5)
        grid.draw(image.halfBlocks(rect.size), at: Point(x: rect.x, y: rect.y))
        return ScreenContent(grid, images: [PlacedImage(image, rect: rect, visible: rect)])
    }
}

/// What a terminal of 10 × 20 pixels a cell shows of one content after another.
private struct SixelTerminal {
    static let cell = CellSize(width: 10, height: 20) ?? .usual

    var cell: CellSize? = SixelTerminal.cell
    private(set) var screen: EmulatedScreen
    private var encoder = ScreenEncoder()
    private var pictures = PictureLayer()

    init(size: Size) {
        screen = EmulatedScreen(columns: size.width, rows: size.height)
        screen.cellPixels = (10, 20)
    }

    @discardableResult
    mutating func show(_ content: ScreenContent) -> [UInt8] {
        let bytes = pictures.encode(content, theme: .standard, cell: cell, with: &encoder)
        screen.feed(bytes)
        return bytes
    }
}
