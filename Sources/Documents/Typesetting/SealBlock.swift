/// An office's name, the date under it and what seal goes over both, at the right end of its column.
struct SealBlock: SheetBlock {
    let field: String
    private let seal: SealTemplate
    private let office: TextBlock
    private let officeWidth: Double
    private let date: TextBlock
    private let note: TextBlock
    private let column: Double

    var height: Double { seal.area.height }

    init(_ seal: SealTemplate, _ texts: [String: String], column: Double, fonts: FontLibrary)
        throws(TypesettingFault)
    {
        field = seal.office.source
        self.seal = seal
        self.column = column
        (office, officeWidth) = try Self.name(seal.office.filled(texts), seal, fonts)
        let width = max(seal.area.width, officeWidth)
        date = try fonts.block(seal.date.filled(texts), seal.style, width: width, field: seal.date.source)
        note = try fonts.block(seal.note.filled(texts), seal.noteStyle, width: width, field: seal.note.source)
    }

    func draw(on canvas: Canvas, at origin: Point) throws(TypesettingFault) {
        let width = max(seal.area.width, officeWidth)
        let x = origin.x + column - width
        var y = origin.y + (seal.area.height - office.size.height) / 2 - 18
        canvas.draw(office, at: Point(x: x + (width - officeWidth) / 2, y: y))
        y += office.size.height
        canvas.draw(date, at: Point(x: x, y: y))
        y += date.size.height
        canvas.draw(note, at: Point(x: x, y: y + 4))
    }

    /// One line while there is room, else lines of equal length: no character stands alone.
    private static func name(_ name: String, _ seal: SealTemplate, _ fonts: FontLibrary)
        throws(TypesettingFault) -> (TextBlock, Double)
    {
        let (style, field) = (seal.style, seal.office.source)
        let length = try fonts.block(name, style, field: field).size.width
        let lines = max(1, (length / seal.widest).rounded(.up))
        var width = (length / lines / style.size).rounded(.up) * style.size
        var block = try fonts.block(name, style, width: width, field: field)
        // A line that may not end in a bracket carries it over, and what follows needs more room.
        while block.lineCount > Int(lines), width < seal.widest {
            width += style.size
            block = try fonts.block(name, style, width: width, field: field)
        }
        return (block, width)
    }
}
