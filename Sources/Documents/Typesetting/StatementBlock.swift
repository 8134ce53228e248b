import Core

/// A statement that somebody answers for, and at its right the field for the signature or seal.
struct StatementBlock: SheetBlock {
    let field: String
    let height: Double
    private let band: Band
    private let text: TextBlock
    private let caption: TextBlock
    private let width: Double
    private let table: TableStyle
    private let signature: SignatureField

    init(
        _ statement: ApplicationFormContent.Statement, signature: SignatureField, width: Double, fonts: FontLibrary,
        table: TableStyle
    ) throws(TypesettingFault) {
        self.signature = signature
        field = statement.heading
        band = try Band(statement.heading, fonts, table)
        let size = table.type
        let fieldSize = signature.size
        let textWidth = width - fieldSize.width - 6 * table.cellPadding
        let style = TextStyle(size: size, leading: 1.7, indent: 2 * size, isJustified: true)
        text = try fonts.block(statement.text, style, width: textWidth, field: statement.heading)
        let captionStyle = TextStyle(size: size, alignment: .trailing)
        caption = try fonts.block(
            statement.caption + "：", captionStyle, width: textWidth, field: statement.heading)
        let besides = text.size.height + caption.size.height + table.cellPadding
        height = table.bandHeight + max(besides, fieldSize.height) + 2 * table.cellPadding
        self.width = width
        self.table = table
    }

    func signatureFields(at origin: Point) -> [SignatureField: Rectangle] {
        let size = signature.size
        return [
            signature: Rectangle(
                x: origin.x + width - 2 * table.cellPadding - size.width,
                y: origin.y + height - table.cellPadding - size.height, width: size.width, height: size.height)
        ]
    }

    func draw(on canvas: Canvas, at origin: Point) throws(TypesettingFault) {
        band.draw(on: canvas, at: origin, width: width)
        let top = origin.y + table.bandHeight
        canvas.rule(
            from: Point(x: origin.x, y: top), to: Point(x: origin.x + width, y: top), width: table.innerRule)
        let x = origin.x + 2 * table.cellPadding
        canvas.draw(text, at: Point(x: x, y: top + table.cellPadding))
        let foot = origin.y + height - table.cellPadding
        canvas.draw(caption, at: Point(x: x, y: foot - caption.size.height))
        canvas.frame(
            Rectangle(x: origin.x, y: origin.y, width: width, height: height), width: table.outerRule)
    }
}
