/// One cell of the screen, 8 bytes without padding, so that whole rows compare with memcmp.
///
/// A wide glyph takes two cells: a head that holds it and a tail that holds nothing.
package struct Cell: Hashable, Sendable {
    package enum Part: UInt8, Sendable {
        case narrow
        case wideHead
        case wideTail
    }

    /// A Unicode scalar value; 0 in a tail.
    package let glyph: UInt32
    package var style: Style
    package let part: Part
    private let reserved: UInt8 = 0

    package static let blank = Cell(glyph: 0x20, style: .normal, part: .narrow)

    package init(glyph: UInt32, style: Style, part: Part) {
        self.glyph = glyph
        self.style = style
        self.part = part
    }

    package static func == (one: Cell, other: Cell) -> Bool {
        unsafeBitCast(one, to: UInt64.self) == unsafeBitCast(other, to: UInt64.self)
    }

    /// To the next glyph.
    var columns: Int { part == .wideHead ? 2 : 1 }
    package var isBlank: Bool { glyph == 0x20 }
    /// Nil in the tail of a wide glyph.
    package var scalar: Unicode.Scalar? { part == .wideTail ? nil : Unicode.Scalar(glyph) }
}
