package import Terminal

/// Reads a painted screen back into characters: the other way of ``GridPainter``, for tests that see a machine only from
/// outside. Cells that hold a known glyph in a known look are recognised exactly; a picture's are not.
package struct GridReader {
    private let geometry: GridGeometry
    private var glyphs: [UInt64: Unicode.Scalar] = [:]
    private var wideGlyphs: [UInt64: Unicode.Scalar] = [:]

    /// Stands for what is not recognised.
    package static let unknown: Character = "\u{FFFD}"

    /// Paints every glyph in every look once; some seconds for all ideographs.
    package init(geometry: GridGeometry, rasterizer: GlyphRasterizer, themes: [Theme]) {
        self.geometry = geometry
        var looks: Set<Look> = []
        for theme in themes {
            for style in Style.meanings { looks.insert(Look(theme.attributes(of: style))) }
        }
        let wide = Self.scalars(in: [0x3000...0x3017, 0x4E00...0x9FA5, 0xFF00...0xFF5E])
        let narrow = Self.scalars(in: [
            0x20...0x7E, 0xA0...0xFF, 0x2010...0x2027, 0x2190...0x2193, 0x2500...0x25FF, 0x2713...0x2717,
        ])
        // A cell of one colour is a blank, whichever block might look so in another look.
        for look in looks { learn([" "], look, rasterizer, isWide: false) }
        for look in looks {
            learn(narrow, look, rasterizer, isWide: false)
            learn(wide, look, rasterizer, isWide: true)
        }
    }

    /// Rows of characters; a wide one stands once.
    package func rows(of canvas: Canvas) -> [[(character: Character, isWide: Bool)]] {
        (0..<geometry.size.height).map { y in
            var row: [(character: Character, isWide: Bool)] = []
            var x = 0
            while x < geometry.size.width {
                let (character, isWide) = character(on: canvas, x, y)
                row.append((character, isWide))
                x += isWide ? 2 : 1
            }
            return row
        }
    }

    private func character(on canvas: Canvas, _ x: Int, _ y: Int) -> (Character, Bool) {
        let narrow = geometry.pixels(Rect(x: x, y: y, width: 1, height: 1))
        if let scalar = glyphs[Self.digest(of: canvas, in: narrow)] { return (Character(scalar), false) }
        if x + 1 < geometry.size.width {
            let wide = geometry.pixels(Rect(x: x, y: y, width: 2, height: 1))
            if let scalar = wideGlyphs[Self.digest(of: canvas, in: wide)] { return (Character(scalar), true) }
        }
        return (Self.unknown, false)
    }

    private struct Look: Hashable {
        let foreground: UInt8?
        let background: UInt8?
        let isBold: Bool
        let isUnderlined: Bool

        init(_ look: Attributes) {
            foreground = look.foreground
            background = look.background
            isBold = look.isBold
            isUnderlined = look.isUnderlined
        }
    }

    private static func scalars(in ranges: [ClosedRange<UInt32>]) -> [Unicode.Scalar] {
        ranges.joined().compactMap(Unicode.Scalar.init)
    }

    private mutating func learn(_ scalars: [Unicode.Scalar], _ look: Look, _ rasterizer: GlyphRasterizer, isWide: Bool)
    {
        let block = PixelRect(x: 0, y: 0, width: geometry.cell.width * (isWide ? 2 : 1), height: geometry.cell.height)
        let shades = Palette.shades(
            foreground: Palette.colour(look.foreground ?? 16), background: Palette.colour(look.background ?? 231))
        var canvas = Canvas(PixelSize(width: block.width, height: block.height), filledWith: shades[0])
        for scalar in scalars {
            canvas.draw(rasterizer.mask(scalar.value, isWide: isWide, isBold: look.isBold), at: 0, 0, shades: shades)
            if look.isUnderlined { canvas.fill(rasterizer.underline(of: block), with: shades[255]) }
            let digest = Self.digest(of: canvas, in: block)
            if isWide {
                if wideGlyphs[digest] == nil { wideGlyphs[digest] = scalar }
            } else if glyphs[digest] == nil {
                glyphs[digest] = scalar
            }
        }
    }

    /// FNV-1a over the block's pixels.
    private static func digest(of canvas: Canvas, in block: PixelRect) -> UInt64 {
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        canvas.pixels.withUnsafeBufferPointer { pixels in
            for y in block.y..<block.maxY {
                let start = y * canvas.size.width
                for x in block.x..<block.maxX { digest = (digest ^ UInt64(pixels[start + x])) &* 0x100_0000_01B3 }
            }
        }
        return digest
    }
}
