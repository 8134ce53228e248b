/// Where two rectangles touch: cells of the one beside cells of the other.
struct Seam: Hashable {
    private let pairs: [Pair]

    private struct Pair: Hashable {
        let one: Point
        let other: Point
    }

    /// Nil where they do not touch side by side.
    init?(_ one: Rect, _ other: Rect) {
        let rows = max(one.y, other.y)..<max(max(one.y, other.y), min(one.y + one.height, other.y + other.height))
        let columns = max(one.x, other.x)..<max(max(one.x, other.x), min(one.x + one.width, other.x + other.width))
        if one.x + one.width == other.x || other.x + other.width == one.x {
            let (left, right) = one.x < other.x ? (one, other) : (other, one)
            pairs = rows.map { Pair(one: Point(x: left.x + left.width - 1, y: $0), other: Point(x: right.x, y: $0)) }
        } else if one.y + one.height == other.y || other.y + other.height == one.y {
            let (upper, lower) = one.y < other.y ? (one, other) : (other, one)
            pairs = columns.map {
                Pair(one: Point(x: $0, y: upper.y + upper.height - 1), other: Point(x: $0, y: lower.y))
            }
        } else {
            pairs = []
        }
        if pairs.isEmpty { return nil }
    }

    /// Every pair of cells has a line in it, or two grounds.
    func isSeen(on grid: Grid) -> Bool {
        pairs.allSatisfy { pair in
            let (one, other) = (grid[pair.one.x, pair.one.y], grid[pair.other.x, pair.other.y])
            return Self.isLine(one) || Self.isLine(other) || one.style != other.style
        }
    }

    /// Box drawing, U+2500…257F.
    private static func isLine(_ cell: Cell) -> Bool { (0x2500...0x257F).contains(cell.glyph) }
}
