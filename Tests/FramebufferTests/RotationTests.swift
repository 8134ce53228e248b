import Terminal
import Testing

@testable import Framebuffer

struct RotationTests {
    private static let panel = PixelSize(width: 7, height: 4)

    private static func numbered(_ rotation: Rotation) -> Canvas {
        let size = rotation.turned(panel)
        var canvas = Canvas(size)
        for y in 0..<size.height {
            for x in 0..<size.width {
                canvas.fill(PixelRect(x: x, y: y, width: 1, height: 1), with: UInt32(y * size.width + x + 1))
            }
        }
        return canvas
    }

    /// The panel's memory, two pixels longer a row than is seen.
    private static func shown(_ canvas: Canvas, _ blocks: [PixelRect], _ rotation: Rotation) -> [[UInt32]] {
        let stride = panel.width + 2
        var memory = [UInt32](repeating: 0, count: stride * panel.height)
        memory.withUnsafeMutableBufferPointer { memory in
            guard let base = memory.baseAddress else { return }
            for block in blocks { canvas.copy(block, turned: rotation, to: base, panel: panel, stride: stride) }
        }
        return (0..<panel.height).map { Array(memory[$0 * stride..<($0 + 1) * stride]) }
    }

    @Test(arguments: Rotation.allCases) func `the panel shows the canvas turned clockwise`(rotation: Rotation) {
        let canvas = Self.numbered(rotation)
        let panel = Self.shown(canvas, [canvas.bounds], rotation)
        let (right, bottom) = (Self.panel.width - 1, Self.panel.height - 1)
        let corners = [panel[0][0], panel[0][right], panel[bottom][right], panel[bottom][0]]
        let upright = [
            canvas[0, 0], canvas[canvas.size.width - 1, 0], canvas[canvas.size.width - 1, canvas.size.height - 1],
            canvas[0, canvas.size.height - 1],
        ]
        let turns = rotation.rawValue / 90
        #expect((0..<4).allSatisfy { corners[($0 + turns) % 4] == upright[$0] })
        #expect(panel.allSatisfy { $0[Self.panel.width...] == [0, 0] }, "nothing beyond the edge")
        #expect(Set(panel.flatMap { $0.prefix(Self.panel.width) }).count == 28, "every pixel once")
    }

    @Test(arguments: Rotation.allCases) func `blocks one by one are the whole`(rotation: Rotation) {
        let canvas = Self.numbered(rotation)
        let blocks = (0..<canvas.size.height).flatMap { y in
            stride(from: 0, to: canvas.size.width, by: 3).map { PixelRect(x: $0, y: y, width: 3, height: 1) }
        }
        #expect(Self.shown(canvas, blocks, rotation) == Self.shown(canvas, [canvas.bounds], rotation))
    }

    @Test(arguments: Rotation.allCases) func `a finger on a pixel is a finger on the cell that is seen there`(
        rotation: Rotation
    ) {
        let panel = PixelSize(width: 320, height: 180)
        let canvas = rotation.turned(panel)
        let geometry = GridGeometry(canvas: canvas, cell: GlyphCell(height: 20))
        for y in 0..<geometry.size.height {
            for x in 0..<geometry.size.width {
                let block = rotation.onPanel(geometry.pixels(Rect(x: x, y: y, width: 1, height: 1)), panel: panel)
                for (column, row) in [(block.x, block.y), (block.maxX - 1, block.maxY - 1)] {
                    let place = PanelPosition(
                        x: AxisRange(minimum: 0, maximum: 319).fraction(Int32(column)),
                        y: AxisRange(minimum: 0, maximum: 179).fraction(Int32(row)))
                    #expect(geometry.cell(at: rotation.onCanvas(place)) == Point(x: x, y: y))
                }
            }
        }
    }

    @Test func `a finger on the margin is on the next cell`() {
        let geometry = GridGeometry(canvas: PixelSize(width: 107, height: 87), cell: GlyphCell(height: 20))
        #expect(geometry.cell(at: PanelPosition(x: 0, y: 0)) == Point(x: 0, y: 0))
        #expect(geometry.cell(at: PanelPosition(x: 1, y: 1)) == Point(x: 9, y: 3))
        #expect(geometry.cell(at: PanelPosition(x: -3, y: 9)) == Point(x: 0, y: 3))
    }

    @Test func `where in its cell a finger is, in thousandths, is told while there is a canvas`() {
        let map = TouchMap(
            GridGeometry(canvas: PixelSize(width: 100, height: 80), cell: GlyphCell(height: 20)), rotation: .none)
        func place(_ x: Double, _ y: Double) -> PanelPosition { PanelPosition(x: x / 100, y: y / 80) }
        func touch(_ phase: Touch.Phase, _ x: Int, _ y: Int) -> InputEvent {
            .touch(Touch(phase, at: Point(x: 2, y: 1), offset: Touch.Offset(x: x, y: y)))
        }
        #expect(map.event(.down(place(25, 30))) == touch(.down, 500, 500))
        #expect(map.event(.move(place(26, 30))) == nil)
        map.tellsOffsets(true)
        #expect(map.event(.move(place(27, 35))) == touch(.move, 700, 750))
        #expect(map.event(.move(place(27, 35))) == nil)
        #expect(map.event(.up(place(27, 35))) == touch(.up, 700, 750))
        let corner = map.event(.down(place(100, 80)))
        #expect(corner == .touch(Touch(.down, at: Point(x: 9, y: 3), offset: Touch.Offset(x: 999, y: 999))))
        #expect(map.event(.cancelled) == .focus(false))
    }
}
