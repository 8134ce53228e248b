/// A piece of a screen as a value: what is to be seen, and what each thing means and does.
///
/// Views are made by the functions of the extensions beside this file and in `Widgets`, composed with a
/// ``ViewBuilder``, and laid out by ``Frame``. `Action` is the message that a screen gets from its targets.
package struct View<Action: Hashable & Sendable>: Hashable, Sendable {
    var content: Content
    var width = Length.fit
    var height = Length.fit

    init(_ content: Content) {
        self.content = content
    }

    indirect enum Content: Hashable, Sendable {
        case empty
        case text(Text)
        case rule(Unicode.Scalar, Style)
        case picture(Grid)
        case stack(Stack)
        case padding(Insets, View)
        case border(BorderKind, Style, View)
        case fill(Style, View)
        case aligned(Alignment, View)
        case semantic(Meaning, View)
        case scroll(ScrollArea)
        case overlay(Overlay)
        case adaptive(minimumWidth: Int, wide: View, narrow: View)
    }

    struct Text: Hashable, Sendable {
        var string: String
        var style: Style
        var alignment: Alignment
        /// One row that is shortened with `…`, or as many as needed.
        var isWrapped: Bool
        var mayBeShortened: Bool
    }

    struct Stack: Hashable, Sendable {
        var axis: Axis
        var gap: Int
        var children: [View]
    }

    struct ScrollArea: Hashable, Sendable {
        var id: NodeID
        var hasButtons: Bool
        var content: View
    }

    struct Overlay: Hashable, Sendable {
        var base: View
        var top: View
        var size: Size
        /// What a touch beside the box does.
        var backdropAction: Action?
        var backdropLabel: String
    }

    /// What a view means: becomes a node of the semantic tree.
    struct Meaning: Hashable, Sendable {
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
