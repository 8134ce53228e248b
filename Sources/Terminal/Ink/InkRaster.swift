/// Strokes as dots.
struct InkRaster {
    let size: Size
    private(set) var dots: [Bool]

    /// - Parameter pen: dots across.
    init(_ strokes: [Stroke], size: Size, pen: Int) {
        self.size = Size(width: max(1, size.width), height: max(1, size.height))
        dots = Array(repeating: false, count: self.size.width * self.size.height)
        for stroke in strokes { draw(stroke, pen: pen) }
    }

    func isDark(_ x: Int, _ y: Int) -> Bool {
        x >= 0 && x < size.width && y >= 0 && y < size.height && dots[y * size.width + x]
    }

    private mutating func draw(_ stroke: Stroke, pen: Int) {
        guard var last = stroke.points.first.map(place) else { return }
        mark(last, pen: pen)
        for point in stroke.points.dropFirst() {
            let next = place(point)
            line(from: last, to: next, pen: pen)
            last = next
        }
    }

    private func place(_ point: Stroke.Point) -> Point {
        Point(
            x: min(size.width - 1, point.x * size.width / 1000), y: min(size.height - 1, point.y * size.height / 1000))
    }

    private mutating func line(from start: Point, to end: Point, pen: Int) {
        let steps = max(1, abs(end.x - start.x), abs(end.y - start.y))
        for step in 1...steps {
            let x = start.x + ((end.x - start.x) * step * 2 + steps) / (2 * steps)
            let y = start.y + ((end.y - start.y) * step * 2 + steps) / (2 * steps)
            mark(Point(x: x, y: y), pen: pen)
        }
    }

    /// A round tip.
    private mutating func mark(_ point: Point, pen: Int) {
        let reach = pen / 2
        for y in max(0, point.y - reach)...min(size.height - 1, point.y + reach) {
            for x in max(0, point.x - reach)...min(size.width - 1, point.x + reach) {
                let (aside, below) = (x - point.x, y - point.y)
                if 4 * (aside * aside + below * below) <= pen * pen { dots[y * size.width + x] = true }
            }
        }
    }
}

extension InkRaster {
    /// Four dots a cell, black on white.
    func quadrants() -> Grid {
        Grid(Size(width: (size.width + 1) / 2, height: (size.height + 1) / 2)) { x, y in
            let (left, top) = (2 * x, 2 * y)
            var index = isDark(left, top) ? 1 : 0
            if isDark(left + 1, top) { index |= 2 }
            if isDark(left, top + 1) { index |= 4 }
            if isDark(left + 1, top + 1) { index |= 8 }
            return Cell(glyph: Self.blocks[index].value, style: .paper, part: .narrow)
        }
    }

    /// By the sum of 1 (upper left), 2 (upper right), 4 (lower left) and 8 (lower right).
    private static let blocks: [Unicode.Scalar] = [
        " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
    ]

    func image() -> Image {
        Image(width: size.width, height: size.height) { dots[$1 * size.width + $0] ? 0 : 255 }
    }
}
