/// A view with the size that it takes in a given width, and its children's: measured once, then placed.
final class Measured {
    struct Line {
        let text: Substring
        let width: Int
    }

    let view: Element
    /// Columns that the content was given.
    private(set) var width: Int
    var size = Size.zero
    var children: [Measured] = []
    /// Columns of each child of a row.
    var widths: [Int] = []
    var lines: [Line] = []

    /// The natural size in at most `width` columns, and any number of rows.
    init(_ view: Element, width: Int) {
        self.view = view
        if case .fixed(let fixed) = view.width {
            self.width = min(fixed, width)
            measureContent(width: self.width)
            size.width = self.width
        } else {
            self.width = width
            measureContent(width: width)
        }
        if case .fixed(let fixed) = view.height { size.height = fixed }
    }

    private init(copy: Measured, width: Int) {
        view = copy.view
        self.width = width
        size = copy.size
        children = copy.children
        widths = copy.widths
        lines = copy.lines
    }

    private func measureContent(width: Int) {
        switch view.content {
        case .empty: break
        case .text(let text): measure(text, width: width)
        case .tail(let string, _): size = Size(width: min(TextWidth.of(string), width), height: 1)
        case .rule: size = Size(width: 0, height: 1)
        case .picture(let grid): size = grid.size
        case .image(let image, let cell): size = Size(width: width, height: cell.rows(for: image.size, columns: width))
        case .canvas(let canvas):
            size = Size(width: width, height: canvas.cell.rows(for: canvas.proportions, columns: width))
        case .stack(let stack): measure(stack, width: width)
        case .flow(let gap, let views): measure(flow: views, gap: gap, width: width)
        case .padding(let insets, let inner): measure(inner, width: width, plus: insets)
        case .border(_, _, let inner): measure(inner, width: width, plus: Insets(horizontal: 1, vertical: 1))
        case .fill(_, let inner), .aligned(_, let inner), .semantic(_, let inner): measure(inner, width: width)
        case .scroll(let area): size = area.minimumSize
        case .overlay(let overlay): measure(overlay.base, width: width)
        case .adaptive(let minimum, let wide, let narrow): measure(width >= minimum ? wide : narrow, width: width)
        }
    }

    private func measure(_ text: Element.Text, width: Int) {
        let natural = TextWidth.of(text.string)
        if !text.isWrapped || natural <= width && !text.string.utf8.contains(0x0A) {
            size = Size(width: min(natural, width), height: 1)
            lines = [Line(text: text.string[...], width: natural)]
        } else {
            lines = TextLines.wrap(text.string, width: width).map { Line(text: $0, width: TextWidth.of($0)) }
            size = Size(width: lines.map(\.width).max() ?? 0, height: lines.count)
        }
    }

    private func measure(_ inner: Element, width: Int, plus insets: Insets = Insets()) {
        let child = Measured(inner, width: max(0, width - insets.horizontal))
        size = Size(width: child.size.width + insets.horizontal, height: child.size.height + insets.vertical)
        children = [child]
    }

    private func measure(_ stack: Element.Stack, width: Int) {
        switch stack.axis {
        case .vertical:
            for view in stack.children where !view.isEmpty { children.append(Measured(view, width: width)) }
            size.height = stack.gaps(between: children.count)
            for child in children {
                size.width = max(size.width, child.size.width)
                size.height += child.size.height
            }
        case .horizontal:
            measure(row: stack, width: width)
            size.width = stack.gaps(between: children.count)
            for (child, width) in zip(children, widths) {
                size.width += width
                size.height = max(size.height, child.size.height)
            }
        }
    }

    /// First the fixed ones, then what the contents need of the rest, then the shares.
    private func measure(row stack: Element.Stack, width: Int) {
        let views = stack.children.filter { !$0.isEmpty }
        var rest = width - stack.gaps(between: views.count)
        var measured = [Measured?](repeating: nil, count: views.count)
        widths = Array(repeating: 0, count: views.count)
        for (index, view) in views.enumerated() {
            guard case .fixed(let fixed) = view.width else { continue }
            widths[index] = max(0, min(fixed, rest))
            rest -= widths[index]
        }
        for (index, view) in views.enumerated() where view.width == .fit {
            let child = Measured(view, width: max(0, rest))
            widths[index] = max(0, min(child.size.width, rest))
            rest -= widths[index]
            measured[index] = child
        }
        Shares(views.map(\.width)).divide(max(0, rest), into: &widths)
        children = views.indices.map { measured[$0]?.fitting(widths[$0]) ?? Measured(views[$0], width: widths[$0]) }
    }

    private func measure(flow views: [Element], gap: Int, width: Int) {
        children = views.map { view in
            let child = Measured(view, width: width)
            return child.fitting(child.size.width)
        }
        size = Flow(children.map(\.size), gap: gap, width: width).size
    }
}

extension Measured {
    /// The same in so many columns. As long as they are not fewer than the natural ones, no line breaks anew, and only
    /// what shares a width is measured again.
    func fitting(_ width: Int) -> Measured {
        guard width != self.width else { return self }
        guard width >= size.width else { return Measured(view, width: width) }
        let fitted = Measured(copy: self, width: width)
        switch view.content {
        case .empty, .text, .tail, .rule, .picture, .scroll, .flow: break
        case .image, .canvas: return Measured(view, width: width)
        case .padding(let insets, _): fitted.fitChildren(width - insets.horizontal)
        case .border: fitted.fitChildren(width - 2)
        case .fill, .aligned, .semantic, .overlay, .adaptive: fitted.fitChildren(width)
        case .stack(let stack):
            if stack.axis == .vertical {
                fitted.fitChildren(width)
            } else if children.contains(where: { $0.view.width.isFlexible }) {
                return Measured(view, width: width)
            }
        }
        return fitted
    }

    private func fitChildren(_ width: Int) {
        for index in children.indices where !children[index].view.width.isFixed {
            children[index] = children[index].fitting(width)
        }
    }
}

/// What flexible lengths get of a space, by weight.
struct Shares {
    private let lengths: [Length]

    init(_ lengths: [Length]) {
        self.lengths = lengths
    }

    func divide(_ space: Int, into result: inout [Int]) {
        var weights = 0
        for case .flex(let weight) in lengths { weights += max(1, weight) }
        var rest = space
        for (index, length) in lengths.enumerated() {
            guard case .flex(let weight) = length else { continue }
            result[index] = rest * max(1, weight) / weights
            rest -= result[index]
            weights -= max(1, weight)
        }
    }
}

extension Length {
    var isFlexible: Bool { if case .flex = self { true } else { false } }
    var isFixed: Bool { if case .fixed = self { true } else { false } }
}

extension Element {
    var isEmpty: Bool {
        if case .empty = content { true } else { false }
    }
}

extension Element.Stack {
    func gaps(between count: Int) -> Int { gap * max(0, count - 1) }
}

extension Element.ScrollArea {
    /// What a scroll area asks for where nothing gives it more: room for its two buttons.
    var minimumSize: Size { Size(width: 0, height: 6) }
}
