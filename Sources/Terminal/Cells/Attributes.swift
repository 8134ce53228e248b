/// The look of a cell as a terminal understands it.
package struct Attributes: Hashable, Sendable {
    /// Index in the 256 colour palette; nil is the terminal's own colour.
    package var foreground: UInt8?
    package var background: UInt8?
    package var isBold: Bool
    package var isUnderlined: Bool

    package init(
        foreground: UInt8? = nil,
        background: UInt8? = nil,
        isBold: Bool = false,
        isUnderlined: Bool = false
    ) {
        self.foreground = foreground
        self.background = background
        self.isBold = isBold
        self.isUnderlined = isUnderlined
    }

    package static let plain = Attributes()
}
