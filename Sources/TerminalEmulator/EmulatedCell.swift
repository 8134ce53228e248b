/// One cell of an emulated screen.
package struct EmulatedCell: Hashable, Sendable {
    /// One glyph, a blank, or nothing in the second half of a wide glyph.
    package var text: String
    package var style: EmulatedStyle
    /// Has its second half in the next cell.
    package var isWide: Bool
    /// Its part of a picture, until the cell is written.
    package var tile: EmulatedTile?

    package init(text: String = " ", style: EmulatedStyle = EmulatedStyle(), isWide: Bool = false) {
        self.text = text
        self.style = style
        self.isWide = isWide
    }

    package var isTail: Bool { text.isEmpty }
}

/// Neighbouring cells of one look.
package struct EmulatedRun: Hashable, Sendable {
    package var column: Int
    package var text: String
    package var style: EmulatedStyle
}
