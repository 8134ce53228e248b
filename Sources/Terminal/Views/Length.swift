/// How much of the parent's width or height a view takes.
package enum Length: Hashable, Sendable {
    /// As much as its content needs.
    case fit
    case fixed(Int)
    /// A share of what the others leave, by weight.
    case flex(Int = 1)
}

/// Where a narrower view lies in the space that it has.
package enum Alignment: Hashable, Sendable {
    case leading
    case center
    case trailing

    func offset(of length: Int, in space: Int) -> Int {
        switch self {
        case .leading: 0
        case .center: max(0, (space - length) / 2)
        case .trailing: max(0, space - length)
        }
    }
}

package enum Axis: Hashable, Sendable {
    case horizontal
    case vertical
}

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
