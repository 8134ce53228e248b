/// The grey band that heads a block.
struct Band {
    private let heading: TextBlock
    private let table: TableStyle

    init(_ heading: String, _ fonts: FontLibrary, _ table: TableStyle) throws(TypesettingFault) {
        self.table = table
        self.heading = try fonts.block(
            heading, TextStyle(size: table.type, weight: .bold), field: heading)
    }

    func draw(on canvas: Canvas, at origin: Point, width: Double) {
        canvas.fill(
            Rectangle(x: origin.x, y: origin.y, width: width, height: table.bandHeight), grey: table.bandShade)
        let y = origin.y + (table.bandHeight - heading.size.height) / 2
        canvas.draw(heading, at: Point(x: origin.x + table.cellPadding, y: y))
    }
}
