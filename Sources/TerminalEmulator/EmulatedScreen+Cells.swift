extension EmulatedScreen {
    mutating func put(_ scalar: Unicode.Scalar) {
        let width = GlyphWidth.of(scalar)
        guard width > 0, width <= columns else { return }
        if cursor.column + width > columns {
            guard modes.contains(7) else { return }
            cursor.column = 0
            lineFeed()
        }
        mend(row: cursor.row, from: cursor.column, to: cursor.column + width)
        lines[cursor.row][cursor.column] = EmulatedCell(text: String(scalar), style: pen, isWide: width == 2)
        if width == 2 { lines[cursor.row][cursor.column + 1] = EmulatedCell(text: "", style: pen) }
        cursor.column += width
    }

    /// Blanks the other halves of wide glyphs that a change of these cells cuts.
    private mutating func mend(row: Int, from: Int, to: Int) {
        if from > 0, from < columns, lines[row][from].isTail {
            lines[row][from - 1] = EmulatedCell(style: lines[row][from - 1].style)
        }
        if to < columns, lines[row][to].isTail {
            lines[row][to] = EmulatedCell(style: lines[row][to].style)
        }
    }

    private var blankCell: EmulatedCell {
        var style = EmulatedStyle()
        style.background = pen.background
        return EmulatedCell(style: style)
    }

    func blankLine() -> [EmulatedCell] { Array(repeating: blankCell, count: columns) }

    mutating func erase(row: Int, from: Int, to: Int) {
        let to = min(to, columns)
        guard from < to else { return }
        mend(row: row, from: from, to: to)
        for column in from..<to { lines[row][column] = blankCell }
    }

    mutating func eraseLine(_ part: Int) {
        let column = min(cursor.column, columns - 1)
        switch part {
        case 0: erase(row: cursor.row, from: column, to: columns)
        case 1: erase(row: cursor.row, from: 0, to: column + 1)
        default: erase(row: cursor.row, from: 0, to: columns)
        }
    }

    mutating func eraseDisplay(_ part: Int) {
        switch part {
        case 0:
            eraseLine(0)
            for row in cursor.row + 1..<max(cursor.row + 1, rowCount) { lines[row] = blankLine() }
        case 1:
            eraseLine(1)
            for row in 0..<cursor.row { lines[row] = blankLine() }
        case 2: lines = Array(repeating: blankLine(), count: rowCount)
        case 3: scrollback = []
        default: break
        }
    }

    mutating func deleteCells(_ count: Int) {
        let column = min(cursor.column, columns - 1)
        let end = min(columns, column + count)
        mend(row: cursor.row, from: column, to: end)
        lines[cursor.row].removeSubrange(column..<end)
        lines[cursor.row] += Array(repeating: blankCell, count: end - column)
    }

    mutating func insertCells(_ count: Int) {
        let column = min(cursor.column, columns - 1)
        let count = min(count, columns - column)
        mend(row: cursor.row, from: column, to: column)
        mend(row: cursor.row, from: columns - count, to: columns)
        let last = columns - count - 1
        if last >= column, lines[cursor.row][last].isWide { lines[cursor.row][last] = blankCell }
        lines[cursor.row].removeLast(count)
        lines[cursor.row].insert(contentsOf: Array(repeating: blankCell, count: count), at: column)
    }

    mutating func lineFeed() {
        if cursor.row == region.upperBound { scroll(by: 1) } else { cursor.row = min(cursor.row + 1, rowCount - 1) }
    }

    /// Positive moves the rows up. Rows that leave the top of the main screen go to the scrollback.
    mutating func scroll(by count: Int, from top: Int? = nil) {
        let top = top ?? region.lowerBound
        guard region.contains(top) else { return }
        let height = region.upperBound - top + 1
        let moved = min(abs(count), height)
        let blanks = Array(repeating: blankLine(), count: moved)
        if count > 0 {
            if top == 0, !modes.contains(1049) { scrollback += lines[0..<moved].map { Self.text(of: $0) } }
            lines.removeSubrange(top..<top + moved)
            lines.insert(contentsOf: blanks, at: top + height - moved)
        } else {
            lines.removeSubrange(top + height - moved..<top + height)
            lines.insert(contentsOf: blanks, at: top)
        }
    }
}
