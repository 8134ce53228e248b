import Terminal
import Testing

@testable import Framebuffer

@Suite struct ReadingTests {
    private static let faces = [
        Typeface(regular: FontFile("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf")),
        Typeface(regular: FontFile("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", face: 2)),
    ]

    /// Half blocks are left out: in two looks that are each other's negative, upper and lower are the same pixels.
    @Test func `what was painted is read back, in every look`() throws {
        let cell = GlyphCell(height: 36)
        let geometry = GridGeometry(canvas: PixelSize(width: 40 * cell.width + 5, height: 30 * cell.height), cell: cell)
        let rasterizer = try GlyphRasterizer(Self.faces, cell: cell)
        var painter = GridPainter(geometry: geometry, rasterizer: rasterizer)
        var grid = Grid(geometry.size)
        for (y, style) in Style.meanings.enumerated() {
            grid.write("个人办理 │ Ab-19 龘，。✓", at: Point(x: 1, y: y), style: style)
        }
        var canvas = Canvas(geometry.canvas)
        _ = painter.paint(ScreenContent(grid), theme: .standard, on: &canvas)
        let dump = try #require(Canvas(portablePixmap: canvas.portablePixmap))
        #expect(dump == canvas)
        let reader = GridReader(geometry: geometry, rasterizer: rasterizer, themes: [.standard])
        let rows = reader.rows(of: dump).map { String($0.map(\.character)) }
        for y in Style.meanings.indices {
            #expect(rows[y].hasPrefix(" 个人办理 │ Ab-19 龘，。✓"), "\(Style.meanings[y]): \(rows[y])")
        }
    }

    @Test func `what is no dump of a screen is none`() {
        for text in ["", "P6", "P6 2 2 255\n", "P5 1 1 255\nx", "P6 1 1 65535\nxxxxxx", "P6 1 1 255\nxxxx"] {
            #expect(Canvas(portablePixmap: Array(text.utf8)) == nil, "\(text)")
        }
    }
}
