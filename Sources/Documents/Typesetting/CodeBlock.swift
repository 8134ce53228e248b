/// A QR code, its caption below.
struct CodeBlock: SheetBlock {
    let code: VerificationCode
    let side: Double
    let caption: TextBlock
    let field = "二维码"

    /// How far the caption reaches beyond the code, on each side.
    static let overhang = 20.0
    private static let gap = 6.0

    var height: Double { side + Self.gap + caption.size.height }

    func draw(on canvas: Canvas, at origin: Point) throws(TypesettingFault) {
        let area = Rectangle(x: origin.x, y: origin.y, width: side, height: side)
        canvas.draw(code, in: area)
        canvas.draw(caption, at: Point(x: area.x - Self.overhang, y: area.bottom + Self.gap))
    }
}
