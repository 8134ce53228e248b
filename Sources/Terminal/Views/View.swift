/// A piece of a screen as a value: what is to be seen, and what each thing means and does.
///
/// Views are made by the functions of the extensions beside this file and in `Widgets`, composed with a
/// ``ViewBuilder``, and laid out by ``Frame``. `Action` is the message that a screen gets from its targets.
package struct View<Action: Hashable & Sendable>: Equatable, Sendable {
    var element: Element

    init(_ content: Element.Content) {
        element = Element(content)
    }

    init(element: Element) {
        self.element = element
    }

    var content: Element.Content {
        get { element.content }
        set { element.content = newValue }
    }
    var width: Length {
        get { element.width }
        set { element.width = newValue }
    }
    var height: Length {
        get { element.height }
        set { element.height = newValue }
    }

    typealias Content = Element.Content
    typealias Text = Element.Text
    typealias Stack = Element.Stack
    typealias ScrollArea = Element.ScrollArea
    typealias Overlay = Element.Overlay
    typealias Canvas = Element.Canvas
    typealias Meaning = Element.Meaning
}

/// What a ``View`` is made of. It does not know the type of the actions: layout and drawing are compiled once, and need
/// not ask for the types of a screen at every step.
struct Element: Equatable, Sendable {
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
        case flow(gap: Int, [Element])
        case padding(Insets, Element)
        case border(BorderKind, Style, Element)
        case fill(Style, Element)
        case aligned(Alignment, Element)
        case semantic(Meaning, Element)
        case scroll(ScrollArea)
        case overlay(Overlay)
        case adaptive(minimumWidth: Int, wide: Element, narrow: Element)
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
        var children: [Element]
    }

    struct ScrollArea: Equatable, Sendable {
        var id: NodeID
        /// What is shown: another subject begins at its top.
        var subject: String
        var buttons: ScrollButtonLabels?
        /// Rows of a page; nil for one row less than is seen.
        var step: Int?
        var content: Element
    }

    /// Over its base lies a box of a size of its own.
    struct Overlay: Equatable, Sendable {
        var base: Element
        var top: Element
        var size: Size
        /// What a touch beside the box does.
        var backdropAction: AnyAction?
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
        var action: AnyAction?
        var shortcut: Key?
        var isPrimary = false
        var secrecy: Secrecy?
    }
}
