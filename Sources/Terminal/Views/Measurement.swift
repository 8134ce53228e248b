/// How many cells a view needs, and how stacks share what there is.
extension View {
    /// The natural size in at most `maxWidth` columns, and any number of rows.
    func measure(maxWidth: Int) -> Size {
        var size: Size
        if case .fixed(let fixed) = width {
            size = measureContent(maxWidth: min(fixed, maxWidth))
            size.width = min(fixed, maxWidth)
        } else {
            size = measureContent(maxWidth: maxWidth)
        }
        if case .fixed(let fixed) = height { size.height = fixed }
        return size
    }

    private func measureContent(maxWidth: Int) -> Size {
        switch content {
        case .empty: .zero
        case .text(let text): text.measure(maxWidth: maxWidth)
        case .tail(let string, _): Size(width: min(TextWidth.of(string), maxWidth), height: 1)
        case .flow(let gap, let children): Flow(children, gap: gap, width: maxWidth).size
        case .rule: Size(width: 0, height: 1)
        case .picture(let grid): grid.size
        case .stack(let stack): stack.measure(maxWidth: maxWidth)
        case .padding(let insets, let view): view.measure(maxWidth: maxWidth, plus: insets)
        case .border(_, _, let view): view.measure(maxWidth: maxWidth, plus: Insets(horizontal: 1, vertical: 1))
        case .fill(_, let view), .aligned(_, let view), .semantic(_, let view): view.measure(maxWidth: maxWidth)
        case .scroll(let area): area.content.measure(maxWidth: maxWidth)
        case .overlay(let overlay): overlay.base.measure(maxWidth: maxWidth)
        case .adaptive(let minimum, let wide, let narrow):
            (maxWidth >= minimum ? wide : narrow).measure(maxWidth: maxWidth)
        }
    }

    private func measure(maxWidth: Int, plus insets: Insets) -> Size {
        let inner = measure(maxWidth: max(0, maxWidth - insets.horizontal))
        return Size(width: inner.width + insets.horizontal, height: inner.height + insets.vertical)
    }

    var isEmpty: Bool {
        if case .empty = content { true } else { false }
    }
}

extension View.Text {
    func measure(maxWidth: Int) -> Size {
        let width = TextWidth.of(string)
        if !isWrapped || width <= maxWidth && !string.contains("\n") {
            return Size(width: min(width, maxWidth), height: 1)
        }
        let lines = TextLines.wrap(string, width: maxWidth)
        return Size(width: lines.map { TextWidth.of($0) }.max() ?? 0, height: lines.count)
    }
}

extension View.Stack {
    var visibleChildren: [View] { children.filter { !$0.isEmpty } }

    func measure(maxWidth: Int) -> Size {
        let children = visibleChildren
        let gaps = gap * max(0, children.count - 1)
        switch axis {
        case .vertical:
            let sizes = children.map { $0.measure(maxWidth: maxWidth) }
            return Size(width: sizes.map(\.width).max() ?? 0, height: sizes.map(\.height).reduce(gaps, +))
        case .horizontal:
            let widths = lengths(of: children, space: maxWidth, length: \.width) { $0.measure(maxWidth: $1).width }
            let sizes = zip(children, widths).map { $0.measure(maxWidth: $1) }
            return Size(width: sizes.map(\.width).reduce(gaps, +), height: sizes.map(\.height).max() ?? 0)
        }
    }

    /// Cells along the axis for each child: first those that are fixed, then what the contents need, then the shares.
    /// `natural` gets the cells that are left.
    func lengths(
        of children: [View], space: Int, length: KeyPath<View, Length>, natural: (View, Int) -> Int
    ) -> [Int] {
        var result = Array(repeating: 0, count: children.count)
        var rest = space - gap * max(0, children.count - 1)
        for (index, child) in children.enumerated() {
            guard case .fixed(let fixed) = child[keyPath: length] else { continue }
            result[index] = max(0, min(fixed, rest))
            rest -= result[index]
        }
        for (index, child) in children.enumerated() where child[keyPath: length] == .fit {
            result[index] = max(0, min(natural(child, max(0, rest)), rest))
            rest -= result[index]
        }
        share(max(0, rest), among: children.map { $0[keyPath: length] }, into: &result)
        return result
    }

    private func share(_ space: Int, among lengths: [Length], into result: inout [Int]) {
        var weights = 0
        for case .flex(let weight) in lengths { weights += max(1, weight) }
        var rest = space
        for (index, length) in lengths.enumerated() {
            guard case .flex(let weight) = length else { continue }
            result[index] = weights == 0 ? 0 : rest * max(1, weight) / weights
            rest -= result[index]
            weights -= max(1, weight)
        }
    }
}
