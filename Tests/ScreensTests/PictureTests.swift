import Foundation
import Framebuffer
import Terminal
import Testing

@testable import Screens

/// Every screen in pixels, as the kiosk's own framebuffer shows it.
struct PictureTests {
    private static let fonts = [
        Typeface(
            regular: FontFile("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf"),
            bold: FontFile("/usr/share/fonts/truetype/dejavu/DejaVuSansMono-Bold.ttf")),
        Typeface(
            regular: FontFile("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", face: 2),
            bold: FontFile("/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc", face: 2)),
    ]

    @Test func `walking through the screens paints what a fresh start paints`() throws {
        let cell = GlyphCell(height: 16)
        let geometry = GridGeometry(canvas: PixelSize(width: 60 * cell.width, height: 34 * cell.height), cell: cell)
        let rasterizer = try GlyphRasterizer(Self.fonts, cell: cell)
        var walking = GridPainter(geometry: geometry, rasterizer: rasterizer)
        var canvas = Canvas(geometry.canvas)
        for scene in Scene.allCases {
            let content = try scene.walk.frame(geometry.size).content
            _ = walking.paint(content, theme: .standard, on: &canvas)
            var fresh = Canvas(geometry.canvas)
            var painter = GridPainter(geometry: geometry, rasterizer: rasterizer)
            _ = painter.paint(content, theme: .standard, on: &fresh)
            #expect(canvas == fresh, "\(scene)")
        }
    }

    private static let folder = ProcessInfo.processInfo.environment["PICTURES"]

    /// `PICTURES=folder` writes every screen as a portable pixmap, as panels of a hall show them; `SCENES=welcome,pin`
    /// only some.
    @Test(
        .enabled(if: folder != nil),
        arguments: [PixelSize(width: 1920, height: 1080), .init(width: 1080, height: 1920)],
        PrintSize.allCases
    ) func `pictures of the screens`(panel: PixelSize, printSize: PrintSize) throws {
        let folder = URL(fileURLWithPath: try #require(Self.folder))
        let cell = FramebufferSettings(fonts: Self.fonts).cell(on: panel, printSize)
        let geometry = GridGeometry(canvas: panel, cell: cell)
        var painter = GridPainter(geometry: geometry, rasterizer: try GlyphRasterizer(Self.fonts, cell: cell))
        var canvas = Canvas(panel)
        let look = Look(geometry.size.width, geometry.size.height, Presentation(printSize: printSize))
        let wanted = ProcessInfo.processInfo.environment["SCENES"].map { $0.split(separator: ",").map(String.init) }
        for scene in Scene.allCases where wanted?.contains(scene.rawValue) ?? true {
            _ = painter.paint(try scene.walk(in: look).frame(geometry.size).content, theme: .standard, on: &canvas)
            let name = "\(panel.width)x\(panel.height)-\(printSize)-\(scene).ppm"
            try Data(canvas.portablePixmap).write(to: folder.appendingPathComponent(name))
        }
    }
}
