/// Draws glyphs for cells of one size, each once.
///
/// The first typeface is the Latin one: its advance decides the size of its letters, so that they fill the cell. The
/// others are asked for what it has not, ideographs above all; those fill two cells. Boxes and blocks are ours, so that
/// they join. Not for two threads at once.
package final class GlyphRasterizer {
    package let cell: GlyphCell
    private let fonts: [Font]
    private let size: Double
    /// From the cell's top, in pixels.
    let baseline: Int
    private var masks: [Key: GlyphMask] = [:]

    private struct Key: Hashable {
        let glyph: UInt32
        let isWide: Bool
        let isBold: Bool
    }

    private struct Font {
        let regular: FontFace
        let bold: FontFace?
    }

    /// Of the height of two cells' square, which an ideograph takes; the rest is the space between rows.
    private static let ideographShare = 0.89
    /// The middle of an ideograph above the baseline, in parts of its size: its square goes from -0.12 to 0.88.
    private static let ideographMiddle = 0.38

    package init(_ typefaces: [Typeface], cell: GlyphCell) throws(DisplayFault) {
        let library = try FontLibrary()
        var fonts: [Font] = []
        for typeface in typefaces {
            let regular = try FontFace(typeface.regular, library: library)
            var bold: FontFace?
            if let file = typeface.bold { bold = try FontFace(file, library: library) }
            fonts.append(Font(regular: regular, bold: bold))
        }
        guard let latin = fonts.first?.regular.proportions else { throw .noFont }
        self.cell = cell
        self.fonts = fonts
        let lines = latin.ascent + latin.descent
        size = min(Double(cell.width) / latin.advance, Double(cell.height) / lines)
        baseline = Int(((Double(cell.height) - lines * size) / 2 + latin.ascent * size).rounded())
    }

    /// A cell's glyph, or two cells' for a wide one.
    func mask(_ glyph: UInt32, isWide: Bool, isBold: Bool) -> GlyphMask {
        let key = Key(glyph: glyph, isWide: isWide, isBold: isBold)
        if let mask = masks[key] { return mask }
        let mask = drawn(glyph, isWide: isWide, isBold: isBold)
        masks[key] = mask
        return mask
    }

    /// The line under what is underlined, in a cell's block.
    func underline(of block: PixelRect) -> PixelRect {
        let thickness = max(1, block.height / 18)
        let top = min(baseline + thickness, block.height - thickness)
        return PixelRect(x: block.x, y: block.y + top, width: block.width, height: thickness)
    }

    /// Forgets what was drawn: which characters a person's name had is nobody's business.
    func wipe() {
        masks = [:]
    }

    private func drawn(_ glyph: UInt32, isWide: Bool, isBold: Bool) -> GlyphMask {
        let width = isWide ? 2 * cell.width : cell.width
        let empty = GlyphMask(width: width, height: cell.height)
        if !isWide, let mask = BlockGlyph.mask(glyph, cell) ?? BoxGlyph.mask(glyph, cell) { return mask }
        for (index, font) in fonts.enumerated() where font.regular.has(glyph) {
            let mask =
                isWide || index > 0
                ? fitted(glyph, font, isBold: isBold, in: empty) : latin(glyph, font, isBold: isBold, in: empty)
            if let mask { return mask }
        }
        return BoxGlyph.missing(width: width, height: cell.height)
    }

    private func latin(_ glyph: UInt32, _ font: Font, isBold: Bool, in mask: GlyphMask) -> GlyphMask? {
        guard let outline = outline(glyph, font, size: size, isBold: isBold) else { return nil }
        return placed(outline, baseline: baseline, in: mask)
    }

    /// A glyph that was not made for our cells: in their middle, and smaller where it would be too wide.
    private func fitted(_ glyph: UInt32, _ font: Font, isBold: Bool, in mask: GlyphMask) -> GlyphMask? {
        let square = Double(min(2 * cell.width, cell.height)) * Self.ideographShare
        guard var outline = outline(glyph, font, size: square, isBold: isBold) else { return nil }
        var size = square
        if outline.advance > Double(mask.width) {
            size = square * Double(mask.width) / outline.advance
            outline = self.outline(glyph, font, size: size, isBold: isBold) ?? outline
        }
        let middle = (Double(cell.height) / 2 + Self.ideographMiddle * size).rounded()
        return placed(outline, baseline: Int(middle), in: mask)
    }

    private func outline(_ glyph: UInt32, _ font: Font, size: Double, isBold: Bool) -> RasterizedOutline? {
        guard isBold else { return font.regular.draw(glyph, size: size) }
        if let outline = font.bold?.draw(glyph, size: size) { return outline }
        return font.regular.draw(glyph, size: size, strength: size / 24)
    }

    private func placed(_ outline: RasterizedOutline, baseline: Int, in mask: GlyphMask) -> GlyphMask {
        var mask = mask
        let pen = ((Double(mask.width) - outline.advance) / 2).rounded()
        mask.add(outline, at: Int(pen) + outline.left, baseline - outline.top)
        return mask
    }
}
