/// What a cell means; a ``Theme`` decides how it looks.
///
/// Raw values below 256 are the meanings, 256…511 are pairs of grey for pictures.
package struct Style: RawRepresentable, Hashable, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    package static let normal = Style(rawValue: 0)
    /// Less important: hints, units, the past.
    package static let dim = Style(rawValue: 1)
    package static let title = Style(rawValue: 2)
    package static let strong = Style(rawValue: 3)
    package static let error = Style(rawValue: 4)
    package static let success = Style(rawValue: 5)
    package static let warning = Style(rawValue: 6)
    /// The status line at the top, the footer line at the bottom.
    package static let bar = Style(rawValue: 7)
    package static let border = Style(rawValue: 8)
    /// The one action that goes on.
    package static let primary = Style(rawValue: 9)
    package static let disabled = Style(rawValue: 10)
    package static let field = Style(rawValue: 11)
    package static let placeholder = Style(rawValue: 12)
    package static let pressed = Style(rawValue: 13)
    package static let focused = Style(rawValue: 14)
    package static let selected = Style(rawValue: 15)
    package static let key = Style(rawValue: 16)
    /// What lies under an overlay.
    package static let backdrop = Style(rawValue: 17)
    /// Black on white in every theme, for codes that a camera reads.
    package static let paper = Style(rawValue: 18)

    /// Every style that a theme must give a look to.
    package static let meanings = (0...18).map { Style(rawValue: $0) }

    /// A pair of greys for half-block pictures, 0 (black) … 15 (white).
    package static func grey(foreground: UInt8, background: UInt8) -> Style {
        Style(rawValue: 0x100 | UInt16(foreground & 15) << 4 | UInt16(background & 15))
    }

    var greys: (foreground: UInt8, background: UInt8)? {
        guard rawValue & 0x100 != 0 else { return nil }
        return (UInt8(rawValue >> 4 & 15), UInt8(rawValue & 15))
    }
}
