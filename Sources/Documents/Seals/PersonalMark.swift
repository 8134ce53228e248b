import Core

/// The look of a person's signature: the hand that was registered, or the name in type, and under it what it is and of
/// which day.
struct PersonalMark {
    let fonts: FontLibrary
    let size: Size

    private static let ink = "0.07 0.13 0.42"

    func appearance(name: String, _ mark: SignatureMark, on day: CivilDate)
        throws(TypesettingFault) -> SignatureAppearance
    {
        var drawing = Drawing(height: size.height, colour: Self.ink)
        switch mark {
        case .drawn(let image): draw(image, on: &drawing)
        case .typeset: try draw(name, size: 0.46 * size.height, middle: 0.36 * size.height, field: "姓名", on: &drawing)
        }
        let note = "个人数字签名　\(day.chinese)"
        try draw(note, size: 0.155 * size.height, middle: 0.82 * size.height, field: "签名日期", on: &drawing)
        return try drawing.appearance(size)
    }

    /// In the middle above the note, in its own proportions.
    private func draw(_ image: SignatureImage, on drawing: inout Drawing) {
        let height = 0.7 * size.height
        let width = height * Double(SignatureImage.proportion)
        let left = (size.width - width) / 2
        for stroke in image.strokes {
            let points = stroke.map { Point(x: left + Double($0.x) * width / 1000, y: Double($0.y) * height / 1000) }
            drawing.ink(through: points, width: 1.4)
        }
    }

    private func draw(_ text: String, size type: Double, middle: Double, field: String, on drawing: inout Drawing)
        throws(TypesettingFault)
    {
        let block = try fonts.block(text, TextStyle(size: type), field: field)
        // A foreigner's long name is set smaller.
        let scale = min(1, 0.96 * size.width / block.size.width)
        let start = Point(
            x: (size.width - scale * block.size.width) / 2, y: middle - scale * block.size.height / 2)
        drawing.fill(try Outline(of: block).transformed(by: Transform().scaled(scale, scale).moved(by: start)))
    }
}
