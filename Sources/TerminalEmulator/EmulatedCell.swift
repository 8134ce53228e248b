/// One cell of an emulated screen.
package struct EmulatedCell: Hashable, Sendable {
    /// Empty in the second half of a wide glyph.
    package var text: String
    package var style: EmulatedStyle

    package init(text: String, style: EmulatedStyle) {
        self.text = text
        self.style = style
    }
}

/// What SGR sequences have made of a cell. Colours are palette indices; nil is the terminal's own.
package struct EmulatedStyle: Hashable, Sendable {
    package var foreground: UInt8?
    package var background: UInt8?
    package var isBold = false
    package var isUnderlined = false
    package var isInverse = false

    package init() {}
}
