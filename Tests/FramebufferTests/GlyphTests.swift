import Testing

@testable import Framebuffer

struct GlyphTests {
    private static let cells = [GlyphCell(height: 36), GlyphCell(height: 48), GlyphCell(height: 25)]

    private static func rasterizer(_ cell: GlyphCell) throws -> GlyphRasterizer {
        try GlyphRasterizer(Fonts.typefaces, cell: cell)
    }

    @Test(arguments: cells) func `every letter, sign and ideograph has ink of its own`(cell: GlyphCell) throws {
        let rasterizer = try Self.rasterizer(cell)
        var seen: [GlyphMask: Unicode.Scalar] = [:]
        for scalar in "ABCgjpqy019@#%&|_“”…●○▲▼◀▶✓✕·¥".unicodeScalars {
            let mask = rasterizer.mask(scalar.value, isWide: false, isBold: false)
            #expect(mask.width == cell.width && mask.height == cell.height)
            #expect(mask.hasInk, "\(scalar)")
            let twin = seen.updateValue(scalar, forKey: mask)
            #expect(twin == nil, "\(scalar) looks like \(String(describing: twin))")
        }
    }

    @Test(arguments: cells) func `ideographs take both of their cells, rare names' too`(cell: GlyphCell) throws {
        let rasterizer = try Self.rasterizer(cell)
        let missing = BoxGlyph.missing(width: 2 * cell.width, height: cell.height)
        for scalar in "中国测试员甲，。！㎡〇䶮𠮷㛃".unicodeScalars {
            let mask = rasterizer.mask(scalar.value, isWide: true, isBold: false)
            #expect(mask.width == 2 * cell.width)
            #expect(mask.hasInk && mask != missing, "\(scalar)")
        }
        let square = rasterizer.mask(0x56FD, isWide: true, isBold: false)
        let columns = (0..<square.width).filter { x in (0..<square.height).contains { square[x, $0] > 0 } }
        let rows = (0..<square.height).filter { y in (0..<square.width).contains { square[$0, y] > 0 } }
        let (left, right) = (columns[0], square.width - 1 - columns[columns.count - 1])
        let (top, bottom) = (rows[0], square.height - 1 - rows[rows.count - 1])
        #expect(abs(left - right) <= 2 && abs(top - bottom) <= 3, "\(left) \(right) \(top) \(bottom)")
        #expect(top >= 1 && bottom >= 1, "rows do not touch")
    }

    @Test func `bold is heavier, with a face of its own and without`() throws {
        let plain = [Typeface(regular: Fonts.typefaces[0].regular), Typeface(regular: Fonts.typefaces[1].regular)]
        for typefaces in [Fonts.typefaces, plain] {
            let rasterizer = try GlyphRasterizer(typefaces, cell: GlyphCell(height: 36))
            for (glyph, isWide) in [(UInt32(0x48), false), (0x4E2D, true)] {
                let weights = [false, true].map { isBold in
                    rasterizer.mask(glyph, isWide: isWide, isBold: isBold).coverage.reduce(0) { $0 + Int($1) }
                }
                #expect(weights[1] > weights[0] * 11 / 10, "\(glyph) \(weights)")
            }
        }
    }

    @Test func `a character that no font has is an empty frame`() throws {
        let rasterizer = try Self.rasterizer(GlyphCell(height: 36))
        #expect(rasterizer.mask(0x3FFFD, isWide: true, isBold: false) == BoxGlyph.missing(width: 36, height: 36))
    }

    @Test func `fonts that cannot be read are named`() {
        #expect(throws: DisplayFault.font("/nowhere.ttf")) {
            try GlyphRasterizer([Typeface(regular: FontFile("/nowhere.ttf"))], cell: GlyphCell(height: 36))
        }
        #expect(throws: DisplayFault.noFont) { try GlyphRasterizer([], cell: GlyphCell(height: 36)) }
    }
}
