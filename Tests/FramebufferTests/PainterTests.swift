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
        try fresh(ScreenContent(grid), theme)
    }

    private static func fresh(_ content: ScreenContent, _ theme: Theme) throws -> Canvas {
        var painter = try painter()
        var canvas = Canvas(geometry.canvas, filledWith: 0x123456)
        _ = painter.paint(content, theme: theme, on: &canvas)
        return canvas
    }

    @Test func `after any edits the canvas is what a fresh start paints, pictures and all`() throws {
        var generator = SeededGenerator(3)
        var painter = try Self.painter()
        var canvas = Canvas(Self.geometry.canvas)
        var content = ScreenContent(Grid(Self.size))
        var theme = Theme.standard
        for step in 0..<300 {
            edit(&content.grid, &generator)
            if step % 5 == 4 { content.images = Self.images(&generator) }
            if step % 40 == 39 { theme = theme == .standard ? .highContrast : .standard }
            let before = canvas
            let painted = painter.paint(content, theme: theme, on: &canvas)
            let fresh = try Self.fresh(content, theme)
            #expect(canvas == fresh, "step \(step)")
            #expect(Self.differences(before, canvas).allSatisfy { pixel in painted.contains { $0.contains(pixel) } })
            if canvas != fresh { return }
        }
    }

    /// None to two, of a few that come again.
    private static func images(_ generator: inout SeededGenerator) -> [PlacedImage] {
        (0..<Int.random(in: 0...2, using: &generator)).map { _ in
            let shade = UInt8.random(in: 1...3, using: &generator)
            let image = Image(width: 30, height: 30) { x, y in UInt8(x * 8) / shade ^ UInt8(y) }
            let rect = Rect(x: Int.random(in: 0...3, using: &generator) * 4, y: 2, width: 6, height: 4)
            return PlacedImage(image, rect: rect, visible: rect.intersection(Rect(x: 2, y: 3, width: 14, height: 9)))
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
        #expect(painter.paint(ScreenContent(grid), theme: .standard, on: &canvas) == [canvas.bounds])
        #expect(painter.paint(ScreenContent(grid), theme: .standard, on: &canvas) == [])
        grid.write("中", at: Point(x: 4, y: 2), style: .normal)
        let block = Self.geometry.pixels(Rect(x: 4, y: 2, width: 2, height: 1))
        #expect(painter.paint(ScreenContent(grid), theme: .standard, on: &canvas) == [block])
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

    @Test(arguments: [Image.Colours.grey, .rgb]) func `a picture covers its cells, dot by dot`(
        colours: Image.Colours
    ) throws {
        let dots = (0..<40 * 40 * colours.rawValue).map { UInt8(truncatingIfNeeded: $0) }
        let image = try #require(Image(width: 40, height: 40, colours: colours, bytes: dots))
        let rect = Rect(x: 4, y: 1, width: 4, height: 2)
        let canvas = try Self.fresh(
            ScreenContent(Grid(Self.size), images: [PlacedImage(image, rect: rect, visible: rect)]), .standard)
        let block = Self.geometry.pixels(rect)
        for (x, y) in [(0, 0), (39, 0), (7, 31), (39, 39)] {
            let place = (y * 40 + x) * colours.rawValue
            let red = UInt32(dots[place])
            let wanted = colours == .grey ? red * 0x010101 : red << 16 | (red + 1 & 255) << 8 | red + 2 & 255
            #expect(canvas[block.x + x, block.y + y] == wanted)
        }
        #expect(canvas[block.maxX, block.y] == 0xFFFFFF && canvas[block.x, block.maxY] == 0xFFFFFF)
    }
}

extension PixelRect {
    fileprivate func contains(_ pixel: (x: Int, y: Int)) -> Bool {
        pixel.x >= x && pixel.x < maxX && pixel.y >= y && pixel.y < maxY
    }
}
