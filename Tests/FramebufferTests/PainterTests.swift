import Terminal
import Testing

@testable import Framebuffer

struct PainterTests {
    private static let cell = GlyphCell(height: 20)
    private static let size = Size(width: 24, height: 8)
    /// Some pixels are left over on each side.
    private static let geometry = GridGeometry(canvas: PixelSize(width: 24 * 10 + 7, height: 8 * 20 + 5), cell: cell)

    private static func painter() throws -> GridPainter {
        GridPainter(geometry: geometry, rasterizer: try GlyphRasterizer(Fonts.typefaces, cell: cell))
    }

    private static func fresh(_ grid: Grid, _ theme: Theme) throws -> Canvas {
        var painter = try painter()
        var canvas = Canvas(geometry.canvas, filledWith: 0x123456)
        _ = painter.paint(grid, theme: theme, on: &canvas)
        return canvas
    }

    @Test func `after any edits the canvas is what a fresh start paints`() throws {
        var generator = SeededGenerator(3)
        var painter = try Self.painter()
        var canvas = Canvas(Self.geometry.canvas)
        var grid = Grid(Self.size)
        var theme = Theme.standard
        for step in 0..<300 {
            edit(&grid, &generator)
            if step % 40 == 39 { theme = theme == .standard ? .highContrast : .standard }
            let before = canvas
            let painted = painter.paint(grid, theme: theme, on: &canvas)
            #expect(canvas == (try Self.fresh(grid, theme)), "step \(step)")
            #expect(Self.differences(before, canvas).allSatisfy { pixel in painted.contains { $0.contains(pixel) } })
            if canvas != (try Self.fresh(grid, theme)) { return }
        }
    }

    private func edit(_ grid: inout Grid, _ generator: inout SeededGenerator) {
        let texts = ["企业名称", "a中b文c", "║╔═╗┌─┐", "▀▄█░", "     ", "13800005678", "𠮷䶮"]
        let x = Int.random(in: -3..<Self.size.width, using: &generator)
        let y = Int.random(in: 0..<Self.size.height, using: &generator)
        let style = Style.meanings.randomElement(using: &generator) ?? .normal
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: grid.fill(Rect(x: x, y: y, width: 5, height: 3), style: style)
        case 1: grid.restyle(Rect(x: x, y: y, width: 7, height: 2), style)
        default: grid.write(texts.randomElement(using: &generator) ?? "", at: Point(x: x, y: y), style: style)
        }
    }

    private static func differences(_ one: Canvas, _ other: Canvas) -> [(Int, Int)] {
        (0..<one.size.height).flatMap { y in
            (0..<one.size.width).filter { one[$0, y] != other[$0, y] }.map { ($0, y) }
        }
    }

    @Test func `an unchanged grid paints nothing, one key a block of its own`() throws {
        var painter = try Self.painter()
        var canvas = Canvas(Self.geometry.canvas)
        var grid = Grid(Self.size)
        #expect(painter.paint(grid, theme: .standard, on: &canvas) == [canvas.bounds])
        #expect(painter.paint(grid, theme: .standard, on: &canvas) == [])
        grid.write("中", at: Point(x: 4, y: 2), style: .normal)
        let block = Self.geometry.pixels(Rect(x: 4, y: 2, width: 2, height: 1))
        #expect(painter.paint(grid, theme: .standard, on: &canvas) == [block])
    }

    @Test func `the margin goes on with the ground of the cells beside it`() throws {
        var grid = Grid(Self.size)
        grid.fill(Rect(x: 0, y: 0, width: Self.size.width, height: 1), style: .bar)
        let canvas = try Self.fresh(grid, .standard)
        let (right, bottom) = (canvas.size.width - 1, canvas.size.height - 1)
        #expect([canvas[0, 0], canvas[right, 0], canvas[100, 0]].allSatisfy { $0 == 0x000087 })
        #expect([canvas[0, bottom], canvas[right, bottom], canvas[0, 30]].allSatisfy { $0 == 0xFFFFFF })
    }

    @Test func `every glyph has ink in both of its cells' block, and none beyond`() throws {
        var grid = Grid(Self.size)
        grid.write("国 A", at: Point(x: 2, y: 3), style: .paper)
        let canvas = try Self.fresh(grid, .standard)
        func inked(_ x: Int, _ width: Int) -> Int {
            let block = Self.geometry.pixels(Rect(x: x, y: 3, width: width, height: 1))
            return (block.y..<block.maxY).reduce(0) { count, y in
                count + (block.x..<block.maxX).count { canvas[$0, y] != 0xFFFFFF }
            }
        }
        #expect(inked(2, 1) > 20 && inked(3, 1) > 20 && inked(5, 1) > 10)
        #expect(inked(0, 2) == 0 && inked(4, 1) == 0 && inked(6, 4) == 0)
    }

    @Test func `styles are the theme's colours, bold and underlined`() throws {
        let theme = Theme(name: "test") { style in
            style == .strong
                ? Attributes(foreground: 196, background: 21, isUnderlined: true) : Attributes(background: 231)
        }
        var grid = Grid(Self.size)
        grid.write("█ ", at: Point(x: 0, y: 0), style: .strong)
        let canvas = try Self.fresh(grid, theme)
        let first = Self.geometry.pixels(Rect(x: 0, y: 0, width: 1, height: 1))
        let second = Self.geometry.pixels(Rect(x: 1, y: 0, width: 1, height: 1))
        #expect(canvas[first.x, first.y] == 0xFF0000)
        #expect(canvas[second.x, second.y] == 0x0000FF)
        #expect((second.y..<second.maxY).contains { canvas[second.x, $0] == 0xFF0000 }, "the line under a blank")
    }

    @Test(
        arguments: [
            (0, 0x000000), (9, 0xFF0000), (15, 0xFFFFFF), (16, 0x000000), (18, 0x000087), (226, 0xFFFF00),
            (231, 0xFFFFFF), (232, 0x080808), (255, 0xEEEEEE),
        ] as [(UInt8, UInt32)])
    func `the palette is xterm's`(index: UInt8, colour: UInt32) {
        #expect(Palette.colour(index) == colour)
    }

    @Test func `shades go from the ground to the ink without a jump`() {
        let shades = Palette.shades(foreground: 0x000087, background: 0xFFFFFF)
        #expect(shades.first == 0xFFFFFF && shades.last == 0x000087)
        let reds = shades.map { $0 >> 16 }
        #expect(zip(reds, reds.dropFirst()).allSatisfy { $0 == $1 || $0 == $1 + 1 })
    }

    @Test func `a picture is scaled by means, and stays in its block`() throws {
        let picture = try #require(
            Picture(size: PixelSize(width: 4, height: 2), pixels: [0, 0xFFFFFF, 9, 9, 0xFFFFFF, 0, 9, 9]))
        var canvas = Canvas(PixelSize(width: 6, height: 3), filledWith: 0xABCDEF)
        canvas.draw(picture, in: PixelRect(x: 1, y: 1, width: 2, height: 1))
        #expect(canvas[1, 1] == 0x7F7F7F && canvas[2, 1] == 9)
        #expect([canvas[0, 1], canvas[3, 1], canvas[1, 0], canvas[1, 2]].allSatisfy { $0 == 0xABCDEF })
        canvas.draw(picture, in: PixelRect(x: -4, y: -2, width: 40, height: 20))
        #expect(canvas[0, 0] == 0 && canvas[5, 2] == 0, "enlarged and cut")
        #expect(Picture(size: PixelSize(width: 2, height: 2), pixels: [1]) == nil)
    }
}

extension PixelRect {
    fileprivate func contains(_ pixel: (x: Int, y: Int)) -> Bool {
        pixel.x >= x && pixel.x < maxX && pixel.y >= y && pixel.y < maxY
    }
}
