import Core
import Foundation

/// The look of a company's round seal: its name along the upper ring, a star, its credit code along the lower ring,
/// and the day of sealing.
struct EnterpriseSeal {
    let fonts: FontLibrary
    let size: Size

    private static let red = "0.80 0.06 0.10"

    func appearance(_ enterprise: Enterprise, on day: CivilDate) throws(TypesettingFault) -> SignatureAppearance {
        try appearance(name: enterprise.name, lower: enterprise.code.text, on: day)
    }

    /// - Parameter lower: stands along the lower ring: a credit code, or what a special seal is for.
    func appearance(name: String, lower: String, on day: CivilDate) throws(TypesettingFault) -> SignatureAppearance {
        var drawing = Drawing(height: size.height, colour: Self.red)
        drawing.circle(centre: centre, radius: radius - 1.5, width: 2.6)
        drawing.fill(polygon: star)
        try drawName(name, on: &drawing)
        try drawCode(lower, on: &drawing)
        try drawLine("电子签章", size: 0.15 * radius, below: 0.42 * radius, on: &drawing)
        try drawLine(day.chinese, size: 0.115 * radius, below: 0.585 * radius, on: &drawing)
        return try drawing.appearance(size)
    }

    private var radius: Double { min(size.width, size.height) / 2 }
    private var centre: Point { Point(x: size.width / 2, y: size.height / 2) }

    private var star: [Point] {
        (0..<10).map { index in
            let reach = (index.isMultiple(of: 2) ? 0.27 : 0.27 * 0.382) * radius
            let angle = Double(index) * .pi / 5
            return Point(x: centre.x + reach * sin(angle), y: centre.y - reach * cos(angle) - 0.03 * radius)
        }
    }

    /// Clockwise over at most 250°, upright seen from the centre; a long name is set narrower.
    private func drawName(_ name: String, on drawing: inout Drawing) throws(TypesettingFault) {
        let height = 0.235 * radius
        let ring = 0.79 * radius
        let step = min(250 / Double(max(name.count, 1)), 27) * .pi / 180
        let width = min(1, step * ring / (1.08 * height))
        let first = -step * Double(name.count - 1) / 2
        for (index, character) in name.enumerated() {
            let glyph = try glyph(character, size: height, field: "企业名称")
            let placed = Transform().moved(by: glyph.middle).scaled(width, 1).moved(by: Point(x: 0, y: -ring))
                .rotated(by: first + step * Double(index)).moved(by: centre)
            drawing.fill(glyph.outline.transformed(by: placed))
        }
    }

    /// Counterclockwise along the lower ring, so that it reads from left to right.
    private func drawCode(_ code: String, on drawing: inout Drawing) throws(TypesettingFault) {
        let height = 0.12 * radius
        let ring = 0.835 * radius
        // A Chinese character is twice as wide as a digit.
        let step = (code.allSatisfy(\.isASCII) ? 0.66 : 1.2) * height / ring
        let first = step * Double(code.count - 1) / 2
        for (index, character) in code.enumerated() {
            let glyph = try glyph(character, size: height, field: "统一社会信用代码")
            let placed = Transform().moved(by: glyph.middle).moved(by: Point(x: 0, y: ring))
                .rotated(by: first - step * Double(index)).moved(by: centre)
            drawing.fill(glyph.outline.transformed(by: placed))
        }
    }

    private func drawLine(_ text: String, size: Double, below offset: Double, on drawing: inout Drawing)
        throws(TypesettingFault)
    {
        let block = try fonts.block(text, TextStyle(size: size), field: "印章")
        let middle = Point(x: centre.x - block.size.width / 2, y: centre.y + offset - block.size.height / 2)
        drawing.fill(try Outline(of: block).transformed(by: Transform().moved(by: middle)))
    }

    /// - Returns: the character's outline, and what moves its middle to the origin.
    private func glyph(_ character: Character, size: Double, field: String)
        throws(TypesettingFault) -> (outline: Outline, middle: Point)
    {
        let block = try fonts.block(String(character), TextStyle(size: size), field: field)
        return (try Outline(of: block), Point(x: -block.size.width / 2, y: -block.size.height / 2))
    }
}
