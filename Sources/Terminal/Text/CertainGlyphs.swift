/// The glyphs of certain width that a text begins with.
///
/// A scalar of certain width is a character by itself unless one that is not certain follows. As long as none does,
/// which is nearly always, a text is decoded without looking for the bounds of its characters.
struct CertainGlyphs {
    /// Cells that they take.
    let width: Int
    /// The offset of the first byte after them.
    let end: Int
    /// Whether the text has no others.
    let isAll: Bool

    /// - Parameters:
    ///   - bytes: well-formed UTF-8.
    ///   - body: called with each glyph and its width, and with the one after them too where what follows that one may
    ///     belong to it.
    @inline(__always)
    init(startOf bytes: UnsafeBufferPointer<UInt8>, forEach body: (UInt32, Int) -> Void = { _, _ in }) {
        var (width, index) = (0, 0)
        var last = (width: 0, start: 0)
        while index < bytes.count {
            let start = index
            while index < bytes.count, Self.beginsIdeograph(bytes[index]) {
                body(Self.ideograph(in: bytes, at: index), 2)
                index += 3
            }
            if index > start {
                width += 2 * (index - start) / 3
                last = (width - 2, index - 3)
            } else if let glyph = Self.otherGlyph(in: bytes, at: index) {
                body(glyph.value, glyph.width)
                last = (width, index)
                width += glyph.width
                index += glyph.bytes
            } else {
                // It may belong to the one before it, as a mark does.
                (width, index) = last
                break
            }
        }
        self.width = width
        end = index
        isAll = index == bytes.count
    }

    private struct Glyph {
        let value: UInt32
        let width: Int
        let bytes: Int
    }

    /// E5…E9 begin U+5000…U+9FFF: most of what is written.
    @inline(__always)
    private static func beginsIdeograph(_ byte: UInt8) -> Bool { byte &- 0xE5 <= 4 }

    @inline(__always)
    private static func ideograph(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32 {
        let (one, two, three) = (UInt32(bytes[index]), UInt32(bytes[index + 1]), UInt32(bytes[index + 2]))
        return (one & 0x0F) << 12 | (two & 0x3F) << 6 | three & 0x3F
    }

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
