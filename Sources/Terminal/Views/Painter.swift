/// Lays out a view and draws it, and collects the nodes on the way.
struct Painter {
    typealias Node = SemanticNode<AnyAction>

    var grid: Grid
    var images: [PlacedImage] = []
    var hasCanvas = false
    let interaction: InteractionLook
    /// The innermost list collects the children of the node that is being placed.
    var collected: [[Node]] = [[]]
    /// Texts inside a node that names them are not nodes of their own.
    var isInsideLabel = false
    var hasTruncated = false
    var scrollArea: NodeID?

    init(size: Size, interaction: InteractionLook) {
        grid = Grid(size)
        self.interaction = interaction
    }

    mutating func finish() -> [Node] { collected.removeFirst() }

    mutating func paint(_ view: Element) {
        place(Measured(view, width: grid.size.width), in: grid.bounds, clip: grid.bounds)
    }

    mutating func place(_ measured: Measured, in rect: Rect, clip: Rect) {
        let measured = measured.fitting(rect.width)
        switch measured.view.content {
        case .empty: break
        case .text(let text): place(text, measured.lines, in: rect, clip: clip)
        case .tail(let string, let style):
            let x = min(rect.x, rect.maxX - TextWidth.of(string))
            grid.write(string, at: Point(x: x, y: rect.y), style: style, clip: rect.intersection(clip))
        case .rule(let scalar, let style):
            let line = Rect(x: rect.x, y: rect.y, width: rect.width, height: min(1, rect.height))
            grid.fill(line.intersection(clip), with: scalar, style: style)
        case .picture(let picture):
            grid.draw(picture, at: Point(x: rect.x, y: rect.y), clip: rect.intersection(clip))
        case .image(let image, let cell): place(image, cell, in: rect, clip: clip)
        case .canvas(let canvas): place(canvas, in: rect, clip: clip)
        case .stack(let stack): place(stack, measured, in: rect, clip: clip)
        case .flow(let gap, _): placeFlow(measured.children, gap: gap, in: rect, clip: clip)
        case .padding(let insets, _): placeOnly(measured, in: rect.inset(by: insets), clip: clip)
        case .border(let kind, let style, _):
            drawBorder(kind, style, around: rect, clip: clip)
            placeOnly(measured, in: rect.inset(by: Insets(horizontal: 1, vertical: 1)), clip: clip)
        case .fill(let style, _):
            grid.fill(rect.intersection(clip), style: style)
            placeOnly(measured, in: rect, clip: clip)
        case .aligned(let alignment, _):
            let width = min(rect.width, measured.size.width)
            let x = rect.x + alignment.offset(of: width, in: rect.width)
            placeOnly(measured, in: Rect(x: x, y: rect.y, width: width, height: rect.height), clip: clip)
        case .adaptive: placeOnly(measured, in: rect, clip: clip)
        case .semantic(let meaning, _): place(meaning, measured, in: rect, clip: clip)
        case .scroll(let area): place(area, in: rect, clip: clip)
        case .overlay(let overlay): place(overlay, measured, in: rect, clip: clip)
        }
    }

    /// The child of a container has all its space unless its own lengths are fixed.
    mutating func placeOnly(_ measured: Measured, in rect: Rect, clip: Rect) {
        if let child = measured.only { placeChild(child, in: rect, clip: clip) }
    }

    mutating func placeChild(_ child: Measured, in rect: Rect, clip: Rect) {
        var rect = rect
        if case .fixed(let fixed) = child.view.width { rect.width = min(fixed, rect.width) }
        if case .fixed(let fixed) = child.view.height { rect.height = min(fixed, rect.height) }
        place(child, in: rect, clip: clip)
    }

    mutating func place(
        _ text: Element.Text, _ lines: [Measured.Line], in rect: Rect, clip: Rect
    ) {
        guard !text.string.isEmpty else { return }
        let clip = rect.intersection(clip)
        var isTruncated = rect.isEmpty || lines.count > rect.height
        for (index, line) in lines.prefix(rect.height).enumerated() {
            let isTooWide = line.width > rect.width
            isTruncated = isTruncated || isTooWide
            guard !clip.isEmpty else { continue }
            let x = rect.x + text.alignment.offset(of: line.width, in: rect.width)
            let shown = isTooWide ? TextLines.truncate(line.text, width: rect.width)[...] : line.text
            grid.write(shown, at: Point(x: x, y: rect.y + index), style: text.style, clip: clip)
        }
        emit(text, isTruncated: isTruncated && !text.mayBeShortened, in: rect, clip: clip)
    }

    mutating func emit(_ text: Element.Text, isTruncated: Bool, in rect: Rect, clip: Rect) {
        if isInsideLabel {
            hasTruncated = hasTruncated || isTruncated
        } else {
            var node = Node(id: NodeID(text.string), role: .text, label: text.string, rect: rect, visibleRect: clip)
            node.isTruncated = isTruncated
            node.scrollArea = scrollArea
            emit(node)
        }
    }

    mutating func emit(_ node: Node) {
        collected[collected.count - 1].append(node)
    }

    mutating func place(
        _ stack: Element.Stack, _ measured: Measured, in rect: Rect, clip: Rect
    ) {
        switch stack.axis {
        case .vertical:
            var y = rect.y
            for (child, height) in zip(measured.children, heights(of: measured.children, stack, in: rect.height)) {
                placeChild(child, in: Rect(x: rect.x, y: y, width: rect.width, height: height), clip: clip)
                y += height + stack.gap
            }
        case .horizontal:
            var x = rect.x
            for (child, width) in zip(measured.children, measured.widths) {
                let height = child.view.height.isFlexible ? rect.height : min(rect.height, child.size.height)
                let y = rect.y + stack.alignment.offset(of: height, in: rect.height)
                place(child, in: Rect(x: x, y: y, width: width, height: height), clip: clip)
                x += width + stack.gap
            }
        }
    }

    /// First what the contents need, from the top on, then the shares of what is left.
    func heights(of children: [Measured], _ stack: Element.Stack, in space: Int) -> [Int] {
        var rest = space - stack.gaps(between: children.count)
        var heights = Array(repeating: 0, count: children.count)
        // Fixed ones come first: a long text may not push the buttons under it off the screen.
        for isFixed in [true, false] {
            for (index, child) in children.enumerated()
            where child.view.height.isFixed == isFixed && !child.view.height.isFlexible {
                heights[index] = max(0, min(child.size.height, rest))
                rest -= heights[index]
            }
        }
        Shares(children.map(\.view.height)).divide(max(0, rest), into: &heights)
        return heights
    }

    mutating func placeFlow(_ children: [Measured], gap: Int, in rect: Rect, clip: Rect) {
        for (child, place) in zip(children, Flow(children.map(\.size), gap: gap, width: rect.width).rects) {
            let moved = Rect(x: rect.x + place.x, y: rect.y + place.y, width: place.width, height: place.height)
            self.place(child, in: moved, clip: clip)
        }
    }

    mutating func drawBorder(_ kind: BorderKind, _ style: Style, around rect: Rect, clip: Rect) {
        guard rect.width >= 2, rect.height >= 2 else { return }
        let glyphs = kind.glyphs
        func line(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ glyph: Unicode.Scalar) {
            grid.fill(Rect(x: x, y: y, width: width, height: height).intersection(clip), with: glyph, style: style)
        }
        line(rect.x + 1, rect.y, rect.width - 2, 1, glyphs.horizontal)
        line(rect.x + 1, rect.maxY - 1, rect.width - 2, 1, glyphs.horizontal)
        line(rect.x, rect.y + 1, 1, rect.height - 2, glyphs.vertical)
        line(rect.maxX - 1, rect.y + 1, 1, rect.height - 2, glyphs.vertical)
        line(rect.x, rect.y, 1, 1, glyphs.topLeft)
        line(rect.maxX - 1, rect.y, 1, 1, glyphs.topRight)
        line(rect.x, rect.maxY - 1, 1, 1, glyphs.bottomLeft)
        line(rect.maxX - 1, rect.maxY - 1, 1, 1, glyphs.bottomRight)
    }
}
