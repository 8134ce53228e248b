/// A part of a paper that stays on one sheet.
protocol SheetBlock {
    var height: Double { get }
    /// Names it where it does not fit; never what a person entered.
    var field: String { get }
    func draw(on canvas: Canvas, at origin: Point) throws(TypesettingFault)
    /// Signature fields in it, when it stands at `origin`.
    func signatureFields(at origin: Point) -> [SignatureField: Rectangle]
}

extension SheetBlock {
    func signatureFields(at origin: Point) -> [SignatureField: Rectangle] { [:] }
}

/// A paragraph.
struct ParagraphBlock: SheetBlock {
    let field: String
    let text: TextBlock
    /// From the block's left edge.
    let indent: Double

    var height: Double { text.size.height }

    func draw(on canvas: Canvas, at origin: Point) throws(TypesettingFault) {
        canvas.draw(text, at: Point(x: origin.x + indent, y: origin.y))
    }
}

/// A line across.
struct RuleBlock: SheetBlock {
    let width: Double
    let line: Double
    let field = "线"
    let height = 0.0

    func draw(on canvas: Canvas, at origin: Point) throws(TypesettingFault) {
        canvas.rule(from: origin, to: Point(x: origin.x + width, y: origin.y), width: line)
    }
}

/// A frame around the whole sheet; it takes no room.
struct FrameBlock: SheetBlock {
    let area: Rectangle
    let line: Double
    let field = "边框"
    let height = 0.0

    func draw(on canvas: Canvas, at origin: Point) throws(TypesettingFault) { canvas.frame(area, width: line) }
}

/// The person's photo, in its own proportions within the size that the layout gives it.
struct PhotoBlock: SheetBlock {
    let photo: Photo
    let size: Size
    let field = "照片"

    var height: Double { size.height }

    func draw(on canvas: Canvas, at origin: Point) throws(TypesettingFault) {
        try canvas.draw(photo, in: Rectangle(origin: origin, size: size).inscribed(size, proportion: photo.proportion))
    }
}

/// Room for a signature.
struct FieldBlock: SheetBlock {
    let signature: SignatureField
    let size: Size
    let field = "签名"

    var height: Double { size.height }

    func draw(on canvas: Canvas, at origin: Point) throws(TypesettingFault) {}

    func signatureFields(at origin: Point) -> [SignatureField: Rectangle] {
        [signature: Rectangle(origin: origin, size: size)]
    }
}

/// Blocks side by side.
struct BesideBlock: SheetBlock {
    let blocks: [(block: any SheetBlock, x: Double)]
    let field: String
    let height: Double

    func draw(on canvas: Canvas, at origin: Point) throws(TypesettingFault) {
        for (block, x) in blocks { try block.draw(on: canvas, at: Point(x: origin.x + x, y: origin.y)) }
    }

    func signatureFields(at origin: Point) -> [SignatureField: Rectangle] {
        blocks.reduce(into: [:]) { fields, part in
            let start = Point(x: origin.x + part.x, y: origin.y)
            fields.merge(part.block.signatureFields(at: start)) { first, _ in first }
        }
    }
}
