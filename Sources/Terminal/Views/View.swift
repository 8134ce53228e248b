/// A piece of a screen as a value: what is to be seen, and what each thing means and does.
///
/// Views are made by the functions of the extensions beside this file and in `Widgets`, composed with a
/// ``ViewBuilder``, and laid out by ``Frame``. `Action` is the message that a screen gets from its targets.
package struct View<Action: Hashable & Sendable>: Equatable, Sendable {
    var content: Content
    var width = Length.fit
    var height = Length.fit

    init(_ content: Content) {
        self.content = content
    }

    indirect enum Content: Equatable, Sendable {
        case empty
        case text(Text)
        /// One row that shows the end of a text that does not fit.
        case tail(String, Style)
        case rule(Unicode.Scalar, Style)
        case picture(Grid)
        case image(Image, CellSize)
        case canvas(Canvas)
        case stack(Stack)
        /// Children beside each other, in as many lines as they need.
        case flow(gap: Int, [View])
        case padding(Insets, View)
        case border(BorderKind, Style, View)
        case fill(Style, View)
        case aligned(Alignment, View)
        case semantic(Meaning, View)
        case scroll(ScrollArea)
        case overlay(Overlay)
        case adaptive(minimumWidth: Int, wide: View, narrow: View)
    }

    struct Text: Equatable, Sendable {
        var string: String
        var style: Style
        var alignment: Alignment
        /// One row that is shortened with `…`, or as many as needed.
        var isWrapped: Bool
        var mayBeShortened: Bool
    }

    struct Stack: Equatable, Sendable {
        var axis: Axis
        var gap: Int
        /// Across the axis, in rows only: columns give each child their whole width.
        var alignment = Alignment.leading
        var children: [View]
    }

    struct ScrollArea: Equatable, Sendable {
        var id: NodeID
        /// What is shown: another subject begins at its top.
        var subject: String
        var buttons: ScrollButtonLabels?
        /// Rows of a page; nil for one row less than is seen.
        var step: Int?
        var content: View
    }

    /// Over its base lies a box of a size of its own.
    struct Overlay: Equatable, Sendable {
        var base: View
        var top: View
        var size: Size
        /// What a touch beside the box does.
        var backdropAction: Action?
        var backdropLabel: String
    }

    /// A surface to draw on with a finger.
    struct Canvas: Equatable, Sendable {
        var id: NodeID
        var label: String
        var strokes: [Stroke]
        /// Width to height.
        var proportions: Size
        var cell: CellSize
    }

    /// What a view means: becomes a node of the semantic tree.
    struct Meaning: Equatable, Sendable {
        var id: NodeID
        var role: Role
        var label: String
        var value: String?
        var availability = Availability.enabled
        var isSelected: Bool?
        var problem: String?
        var action: Action?
        var shortcut: Key?
    }
}
