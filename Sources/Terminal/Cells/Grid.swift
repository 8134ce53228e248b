/// A screen of cells. Whatever is written, a wide glyph is never left in halves.
package struct Grid: Hashable, Sendable {
    package let size: Size
    private(set) var cells: [Cell]

    package init(_ size: Size, filledWith cell: Cell = .blank) {
        self.size = Size(width: max(0, size.width), height: max(0, size.height))
        cells = Array(repeating: cell, count: self.size.width * self.size.height)
    }

    /// Made cell by cell; both halves of a wide glyph are the caller's.
    init(_ size: Size, cell: (_ x: Int, _ y: Int) -> Cell) {
        self.init(size)
        for y in 0..<self.size.height {
            for x in 0..<self.size.width { cells[y * self.size.width + x] = cell(x, y) }
        }
    }

    package var bounds: Rect { Rect(size) }

    package subscript(x: Int, y: Int) -> Cell {
        cells[y * size.width + x]
    }

    package func row(_ y: Int) -> ArraySlice<Cell> {
        cells[y * size.width..<(y + 1) * size.width]
    }

    /// Writes the text's glyphs in one row, as far as they fit into the clip; a wide glyph that fits only in half
    /// becomes a blank. Answers the column after the last glyph.
    @discardableResult
    package mutating func write(_ text: some StringProtocol, at point: Point, style: Style, clip: Rect? = nil) -> Int {
        let clip = clip.map { $0.intersection(bounds) } ?? bounds
        guard point.y >= clip.y, point.y < clip.maxY else { return point.x + TextWidth.of(text) }
        return TextWidth.withBytes(of: text) { write($0, at: point, style: style, clip: clip) }
    }

    private mutating func write(_ text: UnsafeBufferPointer<UInt8>, at point: Point, style: Style, clip: Rect) -> Int {
        let width = size.width
        return cells.withUnsafeMutableBufferPointer { cells in
            var row = RowWriter(
                cells: UnsafeMutableBufferPointer(rebasing: cells[point.y * width..<(point.y + 1) * width]),
                first: clip.x, end: clip.maxX, style: style)
            let certain = row.put(startOf: text, at: point.x)
            var x = point.x + certain.width
            if !certain.isAll {
                TextWidth.forEachCharacter(of: text, from: certain.end) { glyph, width in
                    row.put(glyph, width: width, at: x)
                    x += width
                }
            }
            row.finish()
            return x
        }
    }

    /// Fills the block with a narrow glyph.
    package mutating func fill(_ rect: Rect, with scalar: Unicode.Scalar = " ", style: Style = .normal) {
        let rect = rect.intersection(bounds)
        guard !rect.isEmpty else { return }
        let cell = Cell(glyph: scalar.value, style: style, part: .narrow)
        for y in rect.y..<rect.maxY {
            mendEdges(from: rect.x, to: rect.maxX, y: y)
            let start = y * size.width
            for index in start + rect.x..<start + rect.maxX { cells[index] = cell }
        }
    }

    /// Makes a block unlike any other: what is compared with it has changed.
    mutating func spoil(_ rect: Rect) {
        let rect = rect.intersection(bounds)
        for y in rect.y..<max(rect.y, rect.maxY) {
            for x in rect.x..<rect.maxX {
                cells[y * size.width + x] = Cell(glyph: .max, style: .normal, part: .narrow)
            }
        }
    }

    /// Changes the style of a block and leaves its glyphs; a wide glyph that is cut by an edge is left as it was.
    package mutating func restyle(_ rect: Rect, _ style: Style) {
        let rect = rect.intersection(bounds)
        guard !rect.isEmpty else { return }
        for y in rect.y..<rect.maxY {
            let start = y * size.width
            for x in rect.x..<rect.maxX {
                let part = cells[start + x].part
                if part == .wideTail, x == rect.x { continue }
                if part == .wideHead, x == rect.maxX - 1 { continue }
                cells[start + x].style = style
            }
        }
    }

    /// Copies another grid's cells onto this one.
    package mutating func draw(_ picture: Grid, at point: Point, clip: Rect? = nil) {
        let clip = clip.map { $0.intersection(bounds) } ?? bounds
        for y in 0..<picture.size.height where point.y + y >= clip.y && point.y + y < clip.maxY {
            let start = (point.y + y) * size.width
            let end = start + size.width
            cells.withUnsafeMutableBufferPointer { cells in
                var row = RowWriter(
                    cells: UnsafeMutableBufferPointer(rebasing: cells[start..<end]), first: clip.x, end: clip.maxX,
                    style: .normal)
                for (x, cell) in picture.row(y).enumerated() where cell.part != .wideTail {
                    row.style = cell.style
                    row.put(cell.glyph, width: cell.part == .wideHead ? 2 : 1, at: point.x + x)
                }
                row.finish()
            }
        }
    }

    /// The rows as text, without the tails, and without the blanks at their ends.
    package var lines: [String] {
        (0..<size.height).map { y in
            var line = String.UnicodeScalarView()
            for cell in row(y) {
                if let scalar = cell.scalar { line.append(scalar) }
            }
            while line.last == " " { line.removeLast() }
            return String(line)
        }
    }

    /// Before the cells from..<to are overwritten: blanks the outer halves of the wide glyphs that the edges cut.
    private mutating func mendEdges(from: Int, to: Int, y: Int) {
        let start = y * size.width
        if from > 0, cells[start + from].part == .wideTail {
            cells[start + from - 1] = Cell(glyph: 0x20, style: cells[start + from - 1].style, part: .narrow)
        }
        if to < size.width, cells[start + to].part == .wideTail {
            cells[start + to] = Cell(glyph: 0x20, style: cells[start + to].style, part: .narrow)
        }
    }
}
