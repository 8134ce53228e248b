/// A view with the size that it takes in a given width, and its children's: measured once, then placed.
final class Measured {
    struct Line {
        let text: Substring
        let width: Int
    }

    let view: Element
    /// Columns that the content was given.
    let width: Int
    let size: Size
    private let parts: Parts

    /// What it is made of.
    private enum Parts {
        case none
        case lines([Line])
        /// The content of a container that has one.
        case only(Measured)
        case children([Measured])
        /// With the columns of each.
        case row([Measured], widths: [Int])
    }

    var lines: [Line] { if case .lines(let lines) = parts { lines } else { [] } }

    var only: Measured? { if case .only(let child) = parts { child } else { nil } }

    var children: [Measured] {
        switch parts {
        case .none, .lines: []
        case .only(let child): [child]
        case .children(let children), .row(let children, widths: _): children
        }
    }

    /// Columns of each child of a row.
    var widths: [Int] { if case .row(_, let widths) = parts { widths } else { [] } }

    /// The natural size in at most `width` columns, and any number of rows.
    convenience init(_ view: Element, width: Int) {
        var given = width
        if case .fixed(let fixed) = view.width { given = min(fixed, width) }
        var (size, parts) = Self.measure(view, width: given)
        if case .fixed = view.width { size.width = given }
        if case .fixed(let fixed) = view.height { size.height = fixed }
        self.init(view, width: given, size: size, parts: parts)
    }

    private init(_ view: Element, width: Int, size: Size, parts: Parts) {
        self.view = view
        self.width = width
        self.size = size
        self.parts = parts
    }

    private static func measure(_ view: Element, width: Int) -> (Size, Parts) {
        switch view.content {
        case .empty: return (.zero, .none)
        case .text(let text): return measure(text, width: width)
        case .tail(let string, _): return (Size(width: min(TextWidth.of(string), width), height: 1), .none)
        case .rule: return (Size(width: 0, height: 1), .none)
        case .picture(let grid): return (grid.size, .none)
        case .image(let image, let cell):
            return (Size(width: width, height: cell.rows(for: image.size, columns: width)), .none)
        case .canvas(let canvas):
            return (Size(width: width, height: canvas.cell.rows(for: canvas.proportions, columns: width)), .none)
        case .stack(let stack):
            return stack.axis == .vertical ? measure(column: stack, width: width) : measure(row: stack, width: width)
        case .flow(let gap, let views): return measure(flow: views, gap: gap, width: width)
        case .padding(let insets, let inner): return measure(only: inner, width: width, plus: insets)
        case .border(_, _, let inner):
            return measure(only: inner, width: width, plus: Insets(horizontal: 1, vertical: 1))
        case .fill(_, let inner), .aligned(_, let inner), .semantic(_, let inner):
            return measure(only: inner, width: width)
        case .scroll(let area): return (area.minimumSize, .none)
        case .overlay(let overlay): return measure(only: overlay.base, width: width)
        case .adaptive(let minimum, let wide, let narrow):
            return measure(only: width >= minimum ? wide : narrow, width: width)
        }
    }

    private static func measure(_ text: Element.Text, width: Int) -> (Size, Parts) {
        let natural = TextWidth.of(text.string)
        if !text.isWrapped || natural <= width && !text.string.utf8.contains(0x0A) {
            let line = Line(text: text.string[...], width: natural)
            return (Size(width: min(natural, width), height: 1), .lines([line]))
        }
        let lines = TextLines.wrap(text.string, width: width).map { Line(text: $0, width: TextWidth.of($0)) }
        return (Size(width: lines.map(\.width).max() ?? 0, height: lines.count), .lines(lines))
    }

    private static func measure(only inner: Element, width: Int, plus insets: Insets = Insets()) -> (Size, Parts) {
        let child = Measured(inner, width: max(0, width - insets.horizontal))
        let size = Size(width: child.size.width + insets.horizontal, height: child.size.height + insets.vertical)
        return (size, .only(child))
    }

    private static func measure(column stack: Element.Stack, width: Int) -> (Size, Parts) {
        var children: [Measured] = []
        children.reserveCapacity(stack.children.count)
        var size = Size.zero
        for view in stack.children where !view.isEmpty {
            let child = Measured(view, width: width)
            size.width = max(size.width, child.size.width)
            size.height += child.size.height
            children.append(child)
        }
        size.height += stack.gaps(between: children.count)
        return (size, .children(children))
    }

    /// First the fixed ones, then what the contents need of the rest, then the shares.
    private static func measure(row stack: Element.Stack, width: Int) -> (Size, Parts) {
        let views = stack.children.filter { !$0.isEmpty }
        let gaps = stack.gaps(between: views.count)
        var rest = width - gaps
        var measured = [Measured?](repeating: nil, count: views.count)
        var widths = [Int](repeating: 0, count: views.count)
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
        let children = views.indices.map {
            measured[$0]?.fitting(widths[$0]) ?? Measured(views[$0], width: widths[$0])
        }
        let height = children.reduce(0) { max($0, $1.size.height) }
        return (Size(width: gaps + widths.reduce(0, +), height: height), .row(children, widths: widths))
    }

    private static func measure(flow views: [Element], gap: Int, width: Int) -> (Size, Parts) {
        let children = views.map { view in
            let child = Measured(view, width: width)
            return child.fitting(child.size.width)
        }
        return (Flow(children.map(\.size), gap: gap, width: width).size, .children(children))
    }
}

extension Measured {
    /// The same in so many columns. As long as they are not fewer than the natural ones, no line breaks anew, and only
    /// what shares a width is measured again.
    func fitting(_ width: Int) -> Measured {
        guard width != self.width else { return self }
        guard width >= size.width else { return Measured(view, width: width) }
        let inner: Int
        switch view.content {
        case .image, .canvas: return Measured(view, width: width)
        case .stack(let stack) where stack.axis == .horizontal:
            if children.contains(where: { $0.view.width.isFlexible }) { return Measured(view, width: width) }
            return Measured(view, width: width, size: size, parts: parts)
        case .empty, .text, .tail, .rule, .picture, .scroll, .flow:
            return Measured(view, width: width, size: size, parts: parts)
        case .padding(let insets, _): inner = width - insets.horizontal
        case .border: inner = width - 2
        case .fill, .aligned, .semantic, .overlay, .adaptive, .stack: inner = width
        }
        return Measured(view, width: width, size: size, parts: parts(fitting: inner))
    }

    private func parts(fitting width: Int) -> Parts {
        switch parts {
        case .only(let child): .only(child.fittingUnlessFixed(width))
        case .children(let children): .children(children.map { $0.fittingUnlessFixed(width) })
        case .none, .lines, .row: parts
        }
    }

    private func fittingUnlessFixed(_ width: Int) -> Measured { view.width.isFixed ? self : fitting(width) }
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
