import Core

/// One line of a table: one or two labelled values side by side.
struct TableLine {
    struct Cell {
        /// The label's text.
        let field: String
        let label: TextBlock
        let value: TextBlock
    }

    let cells: [Cell]
    let labelWidth: Double
    let width: Double
    var height: Double

    func draw(on canvas: Canvas, at origin: Point, table: TableStyle) {
        let share = width / Double(cells.count)
        for (index, cell) in cells.enumerated() {
            let left = origin.x + Double(index) * share
            if index > 0 { rule(canvas, x: left, origin.y, table) }
            rule(canvas, x: left + labelWidth, origin.y, table)
            draw(cell.label, on: canvas, x: left + table.cellPadding, origin.y)
            draw(cell.value, on: canvas, x: left + labelWidth + table.cellPadding, origin.y)
        }
    }

    private func rule(_ canvas: Canvas, x: Double, _ top: Double, _ table: TableStyle) {
        canvas.rule(from: Point(x: x, y: top), to: Point(x: x, y: top + height), width: table.innerRule)
    }

    private func draw(_ block: TextBlock, on canvas: Canvas, x: Double, _ top: Double) {
        canvas.draw(block, at: Point(x: x, y: top + (height - block.size.height) / 2))
    }
}

/// Sets rows of a paper into lines: short neighbours share a line, a long value has one of its own.
struct TableSetter {
    let fonts: FontLibrary
    let table: TableStyle

    func lines(_ rows: [PaperRow], width: Double) throws(TypesettingFault) -> [TableLine] {
        let labelWidth = try labelWidth(of: rows)
        let half = width / 2 - labelWidth - 2 * table.cellPadding
        var lines: [TableLine] = []
        var index = 0
        while index < rows.count {
            let pair = rows[index..<min(index + 2, rows.count)]
            let isPaired = pair.count == 2 ? try fits(pair, half) : false
            let share = isPaired ? Array(pair) : [rows[index]]
            lines.append(try line(share, labelWidth: labelWidth, width: width))
            index += share.count
        }
        return lines
    }

    /// A single labelled row across the whole width, with a label column of its own measure.
    func line(_ rows: [PaperRow], labelWidth: Double, width: Double) throws(TypesettingFault) -> TableLine {
        let valueWidth = width / Double(rows.count) - labelWidth - 2 * table.cellPadding
        var cells: [TableLine.Cell] = []
        for row in rows {
            cells.append(
                .init(
                    field: row.label,
                    label: try fonts.block(
                        row.label, labelStyle, width: labelWidth - 2 * table.cellPadding, field: row.label),
                    value: try value(row, width: valueWidth)))
        }
        let tallest = cells.map { max($0.label.size.height, $0.value.size.height) }.max() ?? 0
        return TableLine(
            cells: cells, labelWidth: labelWidth, width: width,
            height: max(table.rowHeight, tallest + table.cellPadding))
    }

    private func fits(_ rows: ArraySlice<PaperRow>, _ width: Double) throws(TypesettingFault) -> Bool {
        for row in rows {
            let natural = try fonts.block(row.value, valueStyle, field: row.label)
            guard natural.size.width <= width, natural.lineCount == 1 else { return false }
        }
        return true
    }

    /// A value a little too long for its line, such as a digest, is set smaller; a longer one is broken into lines.
    private func value(_ row: PaperRow, width: Double) throws(TypesettingFault) -> TextBlock {
        let natural = try fonts.block(row.value, valueStyle, field: row.label)
        guard natural.size.width > width else { return natural }
        var style = valueStyle
        style.size = (table.type * width / natural.size.width * 10).rounded(.down) / 10
        if style.size >= table.smallestType {
            let smaller = try fonts.block(row.value, style, field: row.label)
            if smaller.size.width <= width { return smaller }
        }
        return try fonts.block(row.value, valueStyle, width: width, field: row.label)
    }

    private func labelWidth(of rows: [PaperRow]) throws(TypesettingFault) -> Double {
        var widest = table.narrowestLabel
        for row in rows {
            let natural = try fonts.block(row.label, labelStyle, field: row.label).size.width
            widest = max(widest, natural + 2 * table.cellPadding + 0.5)
        }
        return widest
    }

    private var labelStyle: TextStyle { TextStyle(size: table.type, alignment: .centre, grey: 0.15) }
    private var valueStyle: TextStyle { TextStyle(size: table.type) }
}
