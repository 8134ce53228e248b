/// Writes glyphs from left to right into one row, and mends the wide glyphs that the two ends of the run cut.
struct RowWriter {
    let cells: UnsafeMutableBufferPointer<Cell>
    /// Columns that may be written.
    let first: Int
    let end: Int
    var style: Style
    /// After the last cell written; nil before the first.
    private var written: Int?

    init(cells: UnsafeMutableBufferPointer<Cell>, first: Int, end: Int, style: Style) {
        self.cells = cells
        self.first = first
        self.end = end
        self.style = style
    }

    /// The glyphs of certain width that a text begins with.
    mutating func put(startOf text: UnsafeBufferPointer<UInt8>, at start: Int) -> CertainGlyphs {
        guard start >= first, start < end, !text.isEmpty else {
            var x = start
            return CertainGlyphs(startOf: text) { glyph, width in
                put(glyph, width: width, at: x)
                x += width
            }
        }
        if written == nil { begin(at: start) }
        let (row, end, style) = (cells, end, style)
        var x = start
        let glyphs = CertainGlyphs(startOf: text) { glyph, width in
            if x + width > end {
                if x < end { row[x] = Cell(glyph: 0x20, style: style, part: .narrow) }
            } else if width == 2 {
                row[x] = Cell(glyph: glyph, style: style, part: .wideHead)
                row[x + 1] = Cell(glyph: 0, style: style, part: .wideTail)
            } else {
                row[x] = Cell(glyph: glyph, style: style, part: .narrow)
            }
            x += width
        }
        written = min(x, end)
        return glyphs
    }

    /// A glyph that fits only in half becomes a blank.
    mutating func put(_ glyph: UInt32, width: Int, at x: Int) {
        guard x >= first, x + width <= end else { return putHalf(width: width, at: x) }
        if written == nil { begin(at: x) }
        if width == 2 {
            cells[x] = Cell(glyph: glyph, style: style, part: .wideHead)
            cells[x + 1] = Cell(glyph: 0, style: style, part: .wideTail)
        } else {
            cells[x] = Cell(glyph: glyph, style: style, part: .narrow)
        }
        written = x + width
    }

    @inline(never)
    private mutating func putHalf(width: Int, at x: Int) {
        let from = max(x, first)
        let to = min(x + width, end)
        guard from < to else { return }
        if written == nil { begin(at: from) }
        cells[from] = Cell(glyph: 0x20, style: style, part: .narrow)
        written = to
    }

    private mutating func begin(at x: Int) {
        guard x > 0, cells[x].part == .wideTail else { return }
        cells[x - 1] = Cell(glyph: 0x20, style: cells[x - 1].style, part: .narrow)
    }

    /// A tail after the run has lost its head.
    mutating func finish() {
        guard let written, written < cells.count, cells[written].part == .wideTail else { return }
        cells[written] = Cell(glyph: 0x20, style: cells[written].style, part: .narrow)
    }
}
