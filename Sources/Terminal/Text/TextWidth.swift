/// How many cells a glyph takes, for the glyphs on which all terminals agree.
///
/// Two sorted tables name them: EastAsianWidth.txt (Unicode 15) W and F are wide, the ambiguous ones narrow, and all
/// of planes 2 and 3 wide, where glibc and utf8proc do not know rare name characters yet. Whatever is in neither
/// table (control characters, marks, right-to-left and conjoining scripts, emoji, private use) is drawn as `□`.
package enum TextWidth {
    /// Stands for everything whose width is not certain.
    package static let replacement: Unicode.Scalar = "□"

    /// Cells of a text, its uncertain glyphs counted as `□`.
    package static func of(_ text: some StringProtocol) -> Int {
        withBytes(of: text) { bytes in
            let certain = CertainGlyphs(startOf: bytes)
            return certain.isAll ? certain.width : certain.width + rest(of: bytes, from: certain.end)
        }
    }

    private static func rest(of bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int {
        var total = 0
        forEachCharacter(of: bytes, from: offset) { _, width in total += width }
        return total
    }

    /// 1 or 2; nil when terminals differ.
    package static func certain(_ scalar: Unicode.Scalar) -> Int? { certain(scalar.value) }

    @inline(__always)
    static func certain(_ value: UInt32) -> Int? {
        if value >= 0x20, value < 0x7F { return 1 }
        if value >= 0x4E00, value <= 0x9FFF { return 2 }
        return value < 0x20000 ? inTables(value) : inPlanes2And3(value)
    }

    @inline(never)
    private static func inTables(_ value: UInt32) -> Int? {
        if contains(wide, value) { return 2 }
        return contains(narrow, value) ? 1 : nil
    }

    private static func inPlanes2And3(_ value: UInt32) -> Int? {
        value <= 0x3FFFD && value & 0xFFFF <= 0xFFFD ? 2 : nil
    }

    /// The text's UTF-8, which the standard library keeps well-formed.
    @inline(__always)
    static func withBytes<Result>(
        of text: some StringProtocol, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
        var copy = String(text)
        return copy.withUTF8(body)
    }

    /// Calls with the glyph and the width of each user-perceived character from an offset on: for texts with glyphs
    /// of which one is not certain.
    @inline(never)
    static func forEachCharacter(
        of bytes: UnsafeBufferPointer<UInt8>, from offset: Int, _ body: (UInt32, Int) -> Void
    ) {
        for character in String(decoding: bytes[offset...], as: UTF8.self) {
            let scalar = glyph(of: character)
            body(scalar.value, certain(scalar) ?? 1)
        }
    }

    /// The scalar that draws a character. An ideograph with a variation selector is drawn as the plain ideograph.
    static func glyph(of character: Character) -> Unicode.Scalar {
        let scalars = character.unicodeScalars
        guard let first = scalars.first, certain(first) != nil else { return replacement }
        return scalars.dropFirst().allSatisfy(isVariationSelector) ? first : replacement
    }

    private static func isVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
        (0xFE00...0xFE0E).contains(scalar.value) || (0xE0100...0xE01EF).contains(scalar.value)
    }

    private static func contains(_ ranges: [ClosedRange<UInt32>], _ value: UInt32) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].lowerBound <= value
    }
}

extension TextWidth {
    static let narrow: [ClosedRange<UInt32>] = [
        0x0020...0x007E, 0x00A0...0x00AC, 0x00AE...0x02FF,  // Latin, phonetic letters
        0x0370...0x0377, 0x037A...0x037F, 0x0384...0x038A, 0x038C...0x038C, 0x038E...0x03A1, 0x03A3...0x03FF,  // Greek
        0x0400...0x0482, 0x048A...0x052F,  // Cyrillic
        0x1E00...0x1EFF,  // Latin with marks
        0x2010...0x2027, 0x2030...0x205E,  // punctuation
        0x2070...0x2071, 0x2074...0x208E, 0x20A0...0x20C0,  // superscripts, currencies
        0x2100...0x2121, 0x2123...0x2138, 0x213A...0x218B,  // letterlike, number forms
        0x2190...0x2193, 0x2196...0x2199, 0x21D0...0x21D5,  // arrows
        0x2200...0x22FF, 0x232B...0x232B, 0x23CE...0x23CE,  // mathematics, erase, return
        0x2460...0x24C1, 0x24C3...0x24FF,  // numbers in circles
        0x2500...0x25A9, 0x25AC...0x25FA,  // boxes, blocks, shapes
        0x2605...0x2606, 0x2640...0x2640, 0x2642...0x2642,  // stars, female, male
        0x2713...0x2713, 0x2715...0x2715, 0x2717...0x2718,  // ticks and crosses
        0xFF61...0xFF9D,  // half-width kana
    ]

    static let wide: [ClosedRange<UInt32>] = [
        0x2E80...0x2E99, 0x2E9B...0x2EF3, 0x2F00...0x2FD5, 0x2FF0...0x2FFB,  // radicals
        0x3000...0x3029, 0x3030...0x303E,  // punctuation
        0x3041...0x3096, 0x309B...0x30FF, 0x3105...0x312F, 0x3131...0x318E,  // kana, bopomofo, hangul letters
        0x3190...0x31E3, 0x31F0...0x321E, 0x3220...0x3247, 0x3250...0x4DBF,  // enclosed, squared (㎡), extension A
        0x4E00...0xA48C, 0xA490...0xA4C6,  // unified ideographs, Yi
        0xAC00...0xD7A3, 0xF900...0xFA6D, 0xFA70...0xFAD9,  // hangul, compatibility ideographs
        0xFE10...0xFE19, 0xFE30...0xFE52, 0xFE54...0xFE66, 0xFE68...0xFE6B,  // vertical and small forms
        0xFF01...0xFF60, 0xFFE0...0xFFE6,  // full-width forms
    ]
}
