import Core

/// A heading on a grey band over the lines of a table, the photo at their right.
struct SectionBlock: SheetBlock {
    let field: String
    let height: Double
    private let band: Band
    private let lines: [TableLine]
    private let photo: Photo?
    private let width: Double
    private let table: TableStyle
    private let photoSize: Size

    init(
        _ section: ApplicationFormContent.Section, photo: Photo?, photoSize: Size, width: Double, fonts: FontLibrary,
        table: TableStyle
    ) throws(TypesettingFault) {
        field = section.heading
        band = try Band(section.heading, fonts, table)
        let photoColumn = photo == nil ? 0 : photoSize.width + 2 * table.cellPadding
        var lines = try TableSetter(fonts: fonts, table: table).lines(section.rows, width: width - photoColumn)
        if photo != nil { Self.stretch(&lines, to: photoSize.height + 2 * table.cellPadding) }
        self.lines = lines
        height = table.bandHeight + lines.reduce(0) { $0 + $1.height }
        self.photo = photo
        self.width = width
        self.table = table
        self.photoSize = photoSize
    }

    private static func stretch(_ lines: inout [TableLine], to height: Double) {
        let missing = height - lines.reduce(0) { $0 + $1.height }
        guard missing > 0, !lines.isEmpty else { return }
        for index in lines.indices { lines[index].height += missing / Double(lines.count) }
    }

    func draw(on canvas: Canvas, at origin: Point) throws(TypesettingFault) {
        band.draw(on: canvas, at: origin, width: width)
        var y = origin.y + table.bandHeight
        for line in lines {
            let start = Point(x: origin.x, y: y)
            canvas.rule(from: start, to: Point(x: origin.x + line.width, y: y), width: table.innerRule)
            line.draw(on: canvas, at: start, table: table)
            y += line.height
        }
        if let photo { try draw(photo, on: canvas, at: origin) }
        canvas.frame(Rectangle(x: origin.x, y: origin.y, width: width, height: height), width: table.outerRule)
    }

    private func draw(_ photo: Photo, on canvas: Canvas, at origin: Point) throws(TypesettingFault) {
        let top = origin.y + table.bandHeight
        let column = Rectangle(
            x: origin.x + width - photoSize.width - 2 * table.cellPadding, y: top,
            width: photoSize.width + 2 * table.cellPadding, height: height - table.bandHeight)
        canvas.rule(from: column.origin, to: Point(x: column.x, y: column.bottom), width: table.innerRule)
        canvas.rule(from: column.origin, to: Point(x: column.right, y: column.y), width: table.innerRule)
        try canvas.draw(photo, in: column.inscribed(photoSize, proportion: photo.proportion))
    }
}
