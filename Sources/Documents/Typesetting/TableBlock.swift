/// Labelled values in a frame.
struct TableBlock: SheetBlock {
    let lines: [TableLine]
    let width: Double
    let table: TableStyle
    /// The label of its tallest line: what has grown too long.
    let field: String

    var height: Double { lines.reduce(0) { $0 + $1.height } }

    func draw(on canvas: Canvas, at origin: Point) throws(TypesettingFault) {
        var y = origin.y
        for line in lines {
            if y > origin.y {
                canvas.rule(
                    from: Point(x: origin.x, y: y), to: Point(x: origin.x + width, y: y), width: table.innerRule)
            }
            line.draw(on: canvas, at: Point(x: origin.x, y: y), table: table)
            y += line.height
        }
        canvas.frame(
            Rectangle(x: origin.x, y: origin.y, width: width, height: y - origin.y), width: table.outerRule)
    }
}

/// One row of a list with columns, or its head.
struct GridRow: SheetBlock {
    let cells: [(text: TextBlock, width: Double)]
    let table: TableStyle
    let isHead: Bool
    let field: String

    var height: Double {
        max(table.rowHeight, (cells.map(\.text.size.height).max() ?? 0) + table.cellPadding)
    }

    func draw(on canvas: Canvas, at origin: Point) throws(TypesettingFault) {
        let width = cells.reduce(0) { $0 + $1.width }
        let area = Rectangle(x: origin.x, y: origin.y, width: width, height: height)
        if isHead { canvas.fill(area, grey: table.bandShade) }
        var x = origin.x
        for (text, width) in cells {
            if x > origin.x {
                canvas.rule(from: Point(x: x, y: area.y), to: Point(x: x, y: area.bottom), width: table.innerRule)
            }
            canvas.draw(text, at: Point(x: x + table.cellPadding, y: area.y + (height - text.size.height) / 2))
            x += width
        }
        canvas.frame(area, width: table.innerRule)
    }
}
