/// Block elements (U+2580…259F), exact to the pixel, so that pictures made of them have no seams.
enum BlockGlyph {
    /// Nil for a glyph that is none.
    static func mask(_ glyph: UInt32, _ cell: GlyphCell) -> GlyphMask? {
        guard (0x2580...0x259F).contains(glyph) else { return nil }
        let (width, height) = (cell.width, cell.height)
        var mask = GlyphMask(width: width, height: height)
        switch glyph {
        case 0x2580: mask.fill(0..<width, 0..<height / 2)
        case 0x2581...0x2588: mask.fill(0..<width, height - eighths(glyph - 0x2580, of: height)..<height)
        case 0x2589...0x258F: mask.fill(0..<width - eighths(glyph - 0x2588, of: width), 0..<height)
        case 0x2590: mask.fill(width / 2..<width, 0..<height)
        case 0x2591...0x2593: mask.fill(0..<width, 0..<height, with: UInt8(64 * (glyph - 0x2590)))
        case 0x2594: mask.fill(0..<width, 0..<eighths(1, of: height))
        case 0x2595: mask.fill(width - eighths(1, of: width)..<width, 0..<height)
        default: fillQuadrants(quadrants[Int(glyph - 0x2596)], of: &mask)
        }
        return mask
    }

    /// Four of eight are what the half before them leaves.
    private static func eighths(_ count: UInt32, of length: Int) -> Int {
        count == 4 ? length - length / 2 : max(1, length * Int(count) / 8)
    }

    private struct Quadrants: OptionSet {
        let rawValue: UInt8
        static let upperLeft = Quadrants(rawValue: 1)
        static let upperRight = Quadrants(rawValue: 2)
        static let lowerLeft = Quadrants(rawValue: 4)
        static let lowerRight = Quadrants(rawValue: 8)
    }

    /// U+2596…259F.
    private static let quadrants: [Quadrants] = [
        .lowerLeft, .lowerRight, .upperLeft, [.upperLeft, .lowerLeft, .lowerRight], [.upperLeft, .lowerRight],
        [.upperLeft, .upperRight, .lowerLeft], [.upperLeft, .upperRight, .lowerRight], .upperRight,
        [.upperRight, .lowerLeft], [.upperRight, .lowerLeft, .lowerRight],
    ]

    private static func fillQuadrants(_ quadrants: Quadrants, of mask: inout GlyphMask) {
        let (left, right) = (0..<mask.width / 2, mask.width / 2..<mask.width)
        let (upper, lower) = (0..<mask.height / 2, mask.height / 2..<mask.height)
        if quadrants.contains(.upperLeft) { mask.fill(left, upper) }
        if quadrants.contains(.upperRight) { mask.fill(right, upper) }
        if quadrants.contains(.lowerLeft) { mask.fill(left, lower) }
        if quadrants.contains(.lowerRight) { mask.fill(right, lower) }
    }
}
