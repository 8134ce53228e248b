/// The glyphs of certain width that a text begins with.
///
/// A scalar of certain width is a character by itself unless one that is not certain follows. As long as none does,
/// which is nearly always, a text is decoded without looking for the bounds of its characters.
struct CertainGlyphs {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Cells that they take.
    let width: Int
    /// The offset of the first byte after them.
    let end: Int

    /// - Parameter bytes: well-formed UTF-8.
    init(startOf bytes: UnsafeBufferPointer<UInt8>) {
        var (width, index) = (0, 0)
        var last = (width: 0, start: 0)
        while index < bytes.count {
            let start = index
            while index < bytes.count, Self.beginsIdeograph(bytes[index]) { index += 3 }
            if index > start {
                width += 2 * (index - start) / 3
                last = (width - 2, index - 3)
            } else if let glyph = Self.otherGlyph(in: bytes, at: index) {
                last = (width, index)
                width += glyph.width
                index += glyph.bytes
            } else {
                // It may belong to the one before it, as a mark does.
                (width, index) = last
                break
            }
        }
        self.bytes = bytes
        self.width = width
        end = index
    }

    /// Whether the text has no others.
    var isAll: Bool { end == bytes.count }

    /// Each with its width.
    @inline(__always)
    func forEach(_ body: (UInt32, Int) -> Void) {
        guard let text = bytes.baseAddress else { return }
        var index = 0
        while index < end {
            if Self.beginsIdeograph(text[index]) {
                let (one, two, three) = (UInt32(text[index]), UInt32(text[index + 1]), UInt32(text[index + 2]))
                body((one & 0x0F) << 12 | (two & 0x3F) << 6 | three & 0x3F, 2)
                index += 3
            } else if let glyph = Self.otherGlyph(in: bytes, at: index) {
                body(glyph.value, glyph.width)
                index += glyph.bytes
            }
        }
    }

    private struct Glyph {
        let value: UInt32
        let width: Int
        let bytes: Int
    }

    /// E5…E9 begin U+5000…U+9FFF: most of what is written.
    @inline(__always)
    private static func beginsIdeograph(_ byte: UInt8) -> Bool { byte &- 0xE5 <= 4 }

    /// Nil when the width is not certain.
    @inline(never)
    private static func otherGlyph(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Glyph? {
        if bytes[index] >= 0x20, bytes[index] < 0x7F { return Glyph(value: UInt32(bytes[index]), width: 1, bytes: 1) }
        let (count, mask): (Int, UInt8) =
            switch bytes[index] {
            case 0..<0x80: (1, 0x7F)
            case 0..<0xE0: (2, 0x1F)
            case 0..<0xF0: (3, 0x0F)
            default: (4, 0x07)
            }
        let value = scalar(in: bytes, at: index, of: count, mask: mask)
        return TextWidth.certain(value).map { Glyph(value: value, width: $0, bytes: count) }
    }

    @inline(__always)
    private static func scalar(
        in bytes: UnsafeBufferPointer<UInt8>, at index: Int, of count: Int, mask: UInt8
    ) -> UInt32 {
        var value = UInt32(bytes[index] & mask)
        for offset in 1..<max(1, count) { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
        return value
    }
}
