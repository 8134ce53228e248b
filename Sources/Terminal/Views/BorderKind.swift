/// The frame of a box. Its kind carries a meaning also without colours.
package enum BorderKind: Hashable, Sendable {
    case single
    /// The primary action, or the chosen one.
    case double
    /// Not available now.
    case dashed

    var glyphs: BorderGlyphs {
        switch self {
        case .single: BorderGlyphs("┌", "┐", "└", "┘", horizontal: "─", vertical: "│")
        case .double: BorderGlyphs("╔", "╗", "╚", "╝", horizontal: "═", vertical: "║")
        case .dashed: BorderGlyphs("┌", "┐", "└", "┘", horizontal: "┄", vertical: "┆")
        }
    }
}

struct BorderGlyphs {
    let topLeft: Unicode.Scalar
    let topRight: Unicode.Scalar
    let bottomLeft: Unicode.Scalar
    let bottomRight: Unicode.Scalar
    let horizontal: Unicode.Scalar
    let vertical: Unicode.Scalar

    init(
        _ topLeft: Unicode.Scalar, _ topRight: Unicode.Scalar, _ bottomLeft: Unicode.Scalar,
        _ bottomRight: Unicode.Scalar, horizontal: Unicode.Scalar, vertical: Unicode.Scalar
    ) {
        self.topLeft = topLeft
        self.topRight = topRight
        self.bottomLeft = bottomLeft
        self.bottomRight = bottomRight
        self.horizontal = horizontal
        self.vertical = vertical
    }
}
