import Core

/// A part of a form that stays on one page.
protocol FormBlock {
    var heading: String { get }
    var height: Double { get }
    func draw(on canvas: Canvas, at origin: Point) throws(TypesettingFault)
}

/// A heading on a grey band over the lines of a table, the photo at their right.
struct SectionBlock: FormBlock {
    let heading: String
    let height: Double
    private let band: Band
    private let lines: [TableLine]
    private let photo: Photo?
    private let width: Double
    private let layout: PaperLayout

    init(
        _ section: ApplicationFormContent.Section, photo: Photo?, width: Double, fonts: FontLibrary, layout: PaperLayout
    ) throws(TypesettingFault) {
        heading = section.heading
        band = try Band(section.heading, fonts, layout)
        let photoColumn = photo == nil ? 0 : layout.form.photo.width + 2 * layout.table.cellPadding
        var lines = try TableSetter(fonts: fonts, table: layout.table).lines(section.rows, width: width - photoColumn)
        if photo != nil { Self.stretch(&lines, to: layout.form.photo.height + 2 * layout.table.cellPadding) }
        self.lines = lines
        height = layout.table.bandHeight + lines.reduce(0) { $0 + $1.height }
        self.photo = photo
        self.width = width
        self.layout = layout
    }

    private static func stretch(_ lines: inout [TableLine], to height: Double) {
        let missing = height - lines.reduce(0) { $0 + $1.height }
        guard missing > 0, !lines.isEmpty else { return }
        for index in lines.indices { lines[index].height += missing / Double(lines.count) }
    }

    func draw(on canvas: Canvas, at origin: Point) throws(TypesettingFault) {
        let table = layout.table
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
        let table = layout.table
        let top = origin.y + table.bandHeight
        let column = Rectangle(
            x: origin.x + width - layout.form.photo.width - 2 * table.cellPadding, y: top,
            width: layout.form.photo.width + 2 * table.cellPadding, height: height - table.bandHeight)
        canvas.rule(from: column.origin, to: Point(x: column.x, y: column.bottom), width: table.innerRule)
        canvas.rule(from: column.origin, to: Point(x: column.right, y: column.y), width: table.innerRule)
        try canvas.draw(photo, in: column.inscribed(layout.form.photo, proportion: photo.proportion))
    }
}

/// A statement that somebody answers for, and at its right the field for the signature or seal.
struct StatementBlock: FormBlock {
    enum Role: Hashable { case personal, enterprise }

    let role: Role
    let heading: String
    let height: Double
    private let band: Band
    private let text: TextBlock
    private let caption: TextBlock
    private let width: Double
    private let layout: PaperLayout
    private let fieldSize: Size

    init(
        _ statement: ApplicationFormContent.Statement, role: Role, width: Double, fonts: FontLibrary,
        layout: PaperLayout
    ) throws(TypesettingFault) {
        self.role = role
        heading = statement.heading
        band = try Band(statement.heading, fonts, layout)
        let size = layout.table.type
        fieldSize = role == .personal ? layout.form.personalField : layout.form.enterpriseField
        let textWidth = width - fieldSize.width - 6 * layout.table.cellPadding
        let style = TextStyle(size: size, leading: 1.7, indent: 2 * size, isJustified: true)
        text = try fonts.block(statement.text, style, width: textWidth, field: statement.heading)
        let captionStyle = TextStyle(size: size, alignment: .trailing)
        caption = try fonts.block(
            statement.caption + "：", captionStyle, width: textWidth, field: statement.heading)
        let besides = text.size.height + caption.size.height + layout.table.cellPadding
        height = layout.table.bandHeight + max(besides, fieldSize.height) + 2 * layout.table.cellPadding
        self.width = width
        self.layout = layout
    }

    /// Where the field lies when the block stands at `origin`.
    func field(at origin: Point) -> Rectangle {
        Rectangle(
            x: origin.x + width - 2 * layout.table.cellPadding - fieldSize.width,
            y: origin.y + height - layout.table.cellPadding - fieldSize.height, width: fieldSize.width,
            height: fieldSize.height)
    }

    func draw(on canvas: Canvas, at origin: Point) throws(TypesettingFault) {
        band.draw(on: canvas, at: origin, width: width)
        let top = origin.y + layout.table.bandHeight
        canvas.rule(
            from: Point(x: origin.x, y: top), to: Point(x: origin.x + width, y: top), width: layout.table.innerRule)
        let x = origin.x + 2 * layout.table.cellPadding
        canvas.draw(text, at: Point(x: x, y: top + layout.table.cellPadding))
        let foot = origin.y + height - layout.table.cellPadding
        canvas.draw(caption, at: Point(x: x, y: foot - caption.size.height))
        canvas.frame(
            Rectangle(x: origin.x, y: origin.y, width: width, height: height), width: layout.table.outerRule)
    }
}

/// The grey band that heads a block.
private struct Band {
    private let heading: TextBlock
    private let table: PaperLayout.Table

    init(_ heading: String, _ fonts: FontLibrary, _ layout: PaperLayout) throws(TypesettingFault) {
        table = layout.table
        self.heading = try fonts.block(
            heading, TextStyle(size: layout.table.type, weight: .bold), field: heading)
    }

    func draw(on canvas: Canvas, at origin: Point, width: Double) {
        canvas.fill(
            Rectangle(x: origin.x, y: origin.y, width: width, height: table.bandHeight), grey: table.bandShade)
        let y = origin.y + (table.bandHeight - heading.size.height) / 2
        canvas.draw(heading, at: Point(x: origin.x + table.cellPadding, y: y))
    }
}
