import Testing

@testable import Terminal

struct CanvasTests {
    private static let size = Size(width: 40, height: 20)

    @Test func `a stroke comes out in thousandths when the finger is lifted`() {
        var hand = Hand()
        let rect = hand.canvas.rect
        #expect(hand.touch(.down, rect.x, rect.y).isEmpty)
        #expect(hand.touch(.move, rect.x + rect.width / 2, rect.y + rect.height / 2).isEmpty)
        let strokes = hand.touch(.up, rect.maxX - 1, rect.maxY - 1)
        #expect(strokes.map(\.canvas) == ["pad"])
        let points = strokes[0].stroke.points
        #expect(points.count == 3)
        #expect(points[0].x < 40 && points[0].y < 60)
        #expect((450...550).contains(points[1].x) && (450...550).contains(points[1].y))
        #expect(points[2].x > 950 && points[2].y > 940)
    }

    @Test func `a stroke that leaves the canvas goes along its edge and presses nothing`() {
        var hand = Hand()
        let rect = hand.canvas.rect
        hand.touch(.down, rect.x + 2, rect.y + 2)
        let strokes = hand.touch(.up, 0, 19)
        #expect(strokes[0].stroke.points.last?.y == 1000)
        #expect(hand.actions.isEmpty)
    }

    @Test func `a finger that comes down elsewhere draws nothing`() {
        var hand = Hand()
        hand.touch(.down, 0, 19)
        #expect(hand.touch(.up, 20, 5).isEmpty)
        #expect(hand.frame.grid == Hand().frame.grid)
    }

    @Test func `what is being drawn is seen before the finger is lifted`() {
        var hand = Hand()
        let before = hand.frame
        hand.touch(.down, hand.canvas.rect.x + 1, hand.canvas.rect.y + 1)
        hand.touch(.move, hand.canvas.rect.x + 9, hand.canvas.rect.y + 1)
        #expect(hand.frame.grid != before.grid)
        #expect(hand.frame.images != before.images)
    }

    @Test func `a stroke whose canvas goes is dropped`() {
        var hand = Hand()
        hand.touch(.down, hand.canvas.rect.x + 1, hand.canvas.rect.y + 1)
        hand.view = View.text("另一页").flexible()
        #expect(hand.touch(.up, 20, 5).isEmpty)
    }

    @Test func `a frame with a canvas says so, and one under an overlay does not`() {
        let hand = Hand()
        #expect(hand.frame.content.hasCanvas && hand.frame.content.images.count == 1)
        let covered = hand.view.overlay(View.text("提示"), size: Size(width: 20, height: 5))
        let frame = Frame(covered, size: Self.size)
        #expect(!frame.content.hasCanvas && frame.content.images.isEmpty)
        #expect(frame.tree.node("pad") == nil)
    }

    @Test func `four dots a cell stand in quadrants`() {
        let raster = InkRaster(
            [Stroke([.init(x: 0, y: 0), .init(x: 1000, y: 1000)])], size: Size(width: 4, height: 4), pen: 1)
        #expect(raster.quadrants().lines == ["▚", " ▚"])
    }

    @Test func `a pen of some width is round and stays inside`() {
        let raster = InkRaster([Stroke([.init(x: 0, y: 0)])], size: Size(width: 9, height: 9), pen: 5)
        #expect(raster.isDark(0, 0) && raster.isDark(2, 1) && !raster.isDark(2, 2) && !raster.isDark(3, 0))
    }

    /// A finger on a screen with one canvas over one button.
    private struct Hand {
        var view: View<String> = .column {
            View.canvas("pad", label: "签名", strokes: [], proportions: Size(width: 2, height: 1)).flexible()
            View.button("清除", action: "clear")
        }
        var interaction = Interaction<String>()
        private(set) var actions: [String] = []

        var frame: Frame<String> { Frame(view, size: CanvasTests.size, interaction: interaction) }
        var canvas: SemanticNode<String> {
            frame.tree.node("pad") ?? SemanticNode(id: "none", role: .canvas, label: "", rect: Rect(.zero))
        }

        @discardableResult
        mutating func touch(_ phase: Touch.Phase, _ x: Int, _ y: Int) -> [DrawnStroke] {
            let response = interaction.handle(.touch(Touch(phase, at: Point(x: x, y: y))), in: frame.tree)
            actions += response.actions
            return response.strokes
        }
    }
}
