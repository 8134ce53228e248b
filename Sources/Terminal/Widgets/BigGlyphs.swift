/// Characters of 16 rows of dots, for titles that are read from afar. There are only those that our big titles use.
package enum BigGlyphs {
    struct Glyph {
        /// 8 for Latin, 16 for Chinese.
        let width: Int
        /// From the top; the leftmost dot is the highest of `width` bits.
        let rows: [UInt16]
    }

    static let height = 16

    private static let glyphs: [Unicode.Scalar: Glyph] = {
        let text = hexadecimal.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        let pairs = text.split(separator: "\n").compactMap(parse)
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }()

    private static func parse(_ line: Substring) -> (Unicode.Scalar, Glyph)? {
        let parts = line.split(separator: ":")
        guard parts.count == 2, let number = UInt32(parts[0], radix: 16), let scalar = Unicode.Scalar(number) else {
            return nil
        }
        let digits = Array(parts[1])
        let perRow = digits.count / height
        let rows = stride(from: 0, to: digits.count, by: perRow).compactMap { start in
            UInt16(String(digits[start..<start + perRow]), radix: 16)
        }
        return (scalar, Glyph(width: perRow * 4, rows: rows))
    }

    package static func has(_ scalar: Unicode.Scalar) -> Bool { glyphs[scalar] != nil }

    /// The text in dots; nil when a character of it has none.
    package static func bitmap(of text: String) -> Bitmap? {
        let glyphs = text.unicodeScalars.map { Self.glyphs[$0] }
        var columns: [(glyph: Glyph, x: Int)] = []
        for glyph in glyphs {
            guard let glyph else { return nil }
            for x in 0..<glyph.width { columns.append((glyph, x)) }
        }
        return Bitmap(width: columns.count, height: height) { x, y in
            let (glyph, column) = columns[x]
            return glyph.rows[y] >> (glyph.width - 1 - column) & 1 == 1
        }
    }
}
