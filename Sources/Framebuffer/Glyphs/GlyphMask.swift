/// How much of each pixel of a cell its glyph covers: 0 nothing, 255 all. Rows from the top, without gaps.
struct GlyphMask: Hashable, Sendable {
    let width: Int
    let height: Int
    private(set) var coverage: [UInt8]

    init(width: Int, height: Int, coverage value: UInt8 = 0) {
        self.width = width
        self.height = height
        coverage = Array(repeating: value, count: width * height)
    }

    var hasInk: Bool { coverage.contains { $0 != 0 } }

    subscript(x: Int, y: Int) -> UInt8 {
        coverage[y * width + x]
    }

    /// What lies outside is left out.
    mutating func fill(_ columns: Range<Int>, _ rows: Range<Int>, with value: UInt8 = 255) {
        for y in rows.clamped(to: 0..<height) {
            for x in columns.clamped(to: 0..<width) { coverage[y * width + x] = value }
        }
    }

    mutating func clear(_ columns: Range<Int>, _ rows: Range<Int>) {
        fill(columns, rows, with: 0)
    }

    /// Lays a font's picture of a glyph in; what lies outside is left out.
    mutating func add(_ outline: RasterizedOutline, at left: Int, _ top: Int) {
        for y in 0..<outline.height where (0..<height).contains(top + y) {
            for x in 0..<outline.width where (0..<width).contains(left + x) {
                coverage[(top + y) * width + left + x] = outline.coverage[y * outline.width + x]
            }
        }
    }
}
