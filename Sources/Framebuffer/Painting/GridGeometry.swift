package import Terminal

/// How cells lie on a canvas: as many as fit, in its middle.
package struct GridGeometry: Hashable, Sendable {
    package let canvas: PixelSize
    package let cell: GlyphCell

    package init(canvas: PixelSize, cell: GlyphCell) {
        self.canvas = canvas
        self.cell = cell
    }

    /// In cells.
    package var size: Size { Size(width: canvas.width / cell.width, height: canvas.height / cell.height) }

    /// The block that cells cover; the rest is margin.
    var area: PixelRect {
        let (width, height) = (size.width * cell.width, size.height * cell.height)
        return PixelRect(
            x: (canvas.width - width) / 2, y: (canvas.height - height) / 2, width: width, height: height)
    }

    /// The pixels of a block of cells.
    package func pixels(_ rect: Rect) -> PixelRect {
        PixelRect(
            x: area.x + rect.x * cell.width, y: area.y + rect.y * cell.height, width: rect.width * cell.width,
            height: rect.height * cell.height)
    }

    /// The same, and the margin where the block is at the screen's edge.
    func pixelsToEdge(_ rect: Rect) -> PixelRect {
        let block = pixels(rect)
        let left = rect.x == 0 ? 0 : block.x
        let top = rect.y == 0 ? 0 : block.y
        let right = rect.maxX == size.width ? canvas.width : block.maxX
        let bottom = rect.maxY == size.height ? canvas.height : block.maxY
        return PixelRect(x: left, y: top, width: right - left, height: bottom - top)
    }

    /// Where in its cell a place of the canvas is.
    func offset(at place: PanelPosition) -> Touch.Offset {
        func thousandths(_ fraction: Double, of length: Int, from start: Int, by step: Int, count: Int) -> Int {
            let cells = (min(max(0, fraction), 1) * Double(length) - Double(start)) / Double(step)
            let inside = min(max(0, cells), Double(count))
            let whole = min(inside.rounded(.down), Double(max(0, count - 1)))
            return min(Int(((inside - whole) * 1000).rounded()), 999)
        }
        return Touch.Offset(
            x: thousandths(place.x, of: canvas.width, from: area.x, by: cell.width, count: size.width),
            y: thousandths(place.y, of: canvas.height, from: area.y, by: cell.height, count: size.height))
    }

    /// The cell under a place of the canvas; in the margin it is the next one.
    func cell(at place: PanelPosition) -> Point {
        func index(_ fraction: Double, of length: Int, from start: Int, by step: Int, count: Int) -> Int {
            let pixel = Int(min(max(0, fraction), 1) * Double(length)) - start
            return min(max(0, pixel / step), max(0, count - 1))
        }
        return Point(
            x: index(place.x, of: canvas.width, from: area.x, by: cell.width, count: size.width),
            y: index(place.y, of: canvas.height, from: area.y, by: cell.height, count: size.height))
    }
}
