/// Box drawing (U+2500…257F) by our own strokes, which reach the cell's edges, so that lines join from cell to cell.
enum BoxGlyph {
    enum Stroke {
        case light, heavy, double
    }

    /// The strokes from the middle to each edge.
    struct Box {
        let up: Stroke?
        let right: Stroke?
        let down: Stroke?
        let left: Stroke?
    }

    /// Nil for a glyph that is none.
    static func mask(_ glyph: UInt32, _ cell: GlyphCell) -> GlyphMask? {
        guard (0x2500...0x257F).contains(glyph), let box = boxes[Int(glyph - 0x2500)] else { return nil }
        var mask = GlyphMask(width: cell.width, height: cell.height)
        let pen = max(1, (cell.width + 4) / 9)
        let columns = BoxLines(length: cell.width, pen: pen)
        let rows = BoxLines(length: cell.height, pen: pen)
        let upDown = BoxCrossing(first: box.up, second: box.down)
        let leftRight = BoxCrossing(first: box.left, second: box.right)
        for line in upDown.lines(of: box.right, opposite: box.left, marks: columns.forward) {
            mask.fill(line.end..<cell.width, rows.range(line.place))
        }
        for line in upDown.lines(of: box.left, opposite: box.right, marks: columns.backward) {
            mask.fill(0..<line.end, rows.range(line.place))
        }
        for line in leftRight.lines(of: box.down, opposite: box.up, marks: rows.forward) {
            mask.fill(columns.range(line.place), line.end..<cell.height)
        }
        for line in leftRight.lines(of: box.up, opposite: box.down, marks: rows.backward) {
            mask.fill(columns.range(line.place), 0..<line.end)
        }
        return mask
    }

    /// What stands for a character that no font has: an empty frame.
    static func missing(width: Int, height: Int) -> GlyphMask {
        var mask = GlyphMask(width: width, height: height)
        let pen = max(1, height / 18)
        let (x, y) = (max(1, width / 8), max(1, height / 6))
        mask.fill(x..<width - x, y..<height - y)
        mask.clear(x + pen..<width - x - pen, y + pen..<height - y - pen)
        return mask
    }
}
