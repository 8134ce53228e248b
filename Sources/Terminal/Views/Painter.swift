/// Lays out a view and draws it, and collects the nodes on the way.
struct Painter<Action: Hashable & Sendable> {
    typealias Node = SemanticNode<Action>

    private(set) var grid: Grid
    let interaction: Interaction<Action>
    /// The innermost list collects the children of the node that is being placed.
    private var collected: [[Node]] = [[]]
    /// Texts inside a node that names them are not nodes of their own.
    private var isInsideLabel = false
    private var hasTruncated = false
    private var scrollArea: NodeID?

    init(size: Size, interaction: Interaction<Action>) {
        grid = Grid(size)
        self.interaction = interaction
    }

    mutating func finish() -> [Node] { collected.removeFirst() }

    mutating func paint(_ view: View<Action>) {
        place(Measured(view, width: grid.size.width), in: grid.bounds, clip: grid.bounds)
    }

    private mutating func place(_ measured: Measured<Action>, in rect: Rect, clip: Rect) {
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
    private mutating func placeOnly(_ measured: Measured<Action>, in rect: Rect, clip: Rect) {
        for child in measured.children { placeChild(child, in: rect, clip: clip) }
    }

    private mutating func placeChild(_ child: Measured<Action>, in rect: Rect, clip: Rect) {
        var rect = rect
        if case .fixed(let fixed) = child.view.width { rect.width = min(fixed, rect.width) }
        if case .fixed(let fixed) = child.view.height { rect.height = min(fixed, rect.height) }
        place(child, in: rect, clip: clip)
    }

    private mutating func place(
        _ text: View<Action>.Text, _ lines: [Measured<Action>.Line], in rect: Rect, clip: Rect
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

    private mutating func emit(_ text: View<Action>.Text, isTruncated: Bool, in rect: Rect, clip: Rect) {
        if isInsideLabel {
            hasTruncated = hasTruncated || isTruncated
        } else {
            var node = Node(id: NodeID(text.string), role: .text, label: text.string, rect: rect, visibleRect: clip)
            node.isTruncated = isTruncated
            node.scrollArea = scrollArea
            emit(node)
        }
    }

    private mutating func emit(_ node: Node) {
        collected[collected.count - 1].append(node)
    }

    private mutating func place(
        _ stack: View<Action>.Stack, _ measured: Measured<Action>, in rect: Rect, clip: Rect
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
    private func heights(of children: [Measured<Action>], _ stack: View<Action>.Stack, in space: Int) -> [Int] {
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

    private mutating func placeFlow(_ children: [Measured<Action>], gap: Int, in rect: Rect, clip: Rect) {
        for (child, place) in zip(children, Flow(children.map(\.size), gap: gap, width: rect.width).rects) {
            let moved = Rect(x: rect.x + place.x, y: rect.y + place.y, width: place.width, height: place.height)
            self.place(child, in: moved, clip: clip)
        }
    }

    private mutating func drawBorder(_ kind: BorderKind, _ style: Style, around rect: Rect, clip: Rect) {
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

extension Painter {
    private mutating func place(
        _ meaning: View<Action>.Meaning, _ measured: Measured<Action>, in rect: Rect, clip: Rect
    ) {
        var node = Node(
            id: meaning.id, role: meaning.role, label: meaning.label, value: meaning.value, rect: rect,
            visibleRect: rect.intersection(clip))
        node.scrollArea = scrollArea
        node.activation = meaning.action.map { .perform($0) }
        node.shortcut = meaning.shortcut
        node.state = state(of: meaning)
        let outer = (isInsideLabel, hasTruncated)
        isInsideLabel = isInsideLabel || ![.group, .list].contains(meaning.role)
        hasTruncated = false
        node.children = collecting { $0.placeOnly(measured, in: rect, clip: clip) }
        node.isTruncated = hasTruncated
        (isInsideLabel, hasTruncated) = outer
        restyle(node)
        emit(node)
    }

    private func state(of meaning: View<Action>.Meaning) -> SemanticState {
        var state = SemanticState()
        state.availability = meaning.availability
        state.isSelected = meaning.isSelected
        state.problem = meaning.problem
        state.isFocused = meaning.action != nil && interaction.focused == meaning.id
        state.isPressed = meaning.action != nil && state.isEnabled && interaction.pressed == meaning.id
        return state
    }

    private mutating func restyle(_ node: Node) {
        let style: Style? =
            if node.state.isPressed { .pressed } else if node.state.isFocused { .focused } else if !node.state.isEnabled
            {
                .disabled
            } else { nil }
        if let style { grid.restyle(node.visibleRect, style) }
    }

    /// The nodes that are emitted by `body`.
    private mutating func collecting(_ body: (inout Self) -> Void) -> [Node] {
        collected.append([])
        body(&self)
        return collected.removeLast()
    }

    private mutating func place(_ area: View<Action>.ScrollArea, in rect: Rect, clip: Rect) {
        let (content, labels) = measure(area, in: rect)
        let total = content.size.height
        var extent = ScrollExtent(subject: area.subject, offset: 0, visible: rect.height, total: total)
        extent.offset = min(max(0, interaction.scrollOffset(of: area.id, subject: area.subject)), extent.limit)
        var node = Node(
            id: area.id, role: .list, label: area.id.rawValue, rect: rect, visibleRect: rect.intersection(clip))
        node.scroll = extent
        node.scrollArea = scrollArea
        let outer = scrollArea
        scrollArea = area.id
        let shown = Rect(x: rect.x, y: rect.y, width: content.width, height: rect.height).intersection(clip)
        let whole = Rect(
            x: rect.x, y: rect.y - extent.offset, width: content.width, height: max(total, rect.height))
        node.children = collecting { $0.placeChild(content, in: whole, clip: shown) }
        scrollArea = outer
        if let labels {
            node.children += collecting { $0.placeButtons(of: area, labels, extent, in: rect, clip: clip) }
        }
        emit(node)
    }

    /// With the buttons beside it, unless it fits without them. Long contents, which cost most, are measured once.
    private func measure(
        _ area: View<Action>.ScrollArea, in rect: Rect
    ) -> (content: Measured<Action>, buttons: ScrollButtonLabels?) {
        guard let labels = area.buttons else { return (Measured(area.content, width: rect.width), nil) }
        let width = max(0, rect.width - ScrollButtons.width(inHeight: rect.height))
        let narrow = Measured(area.content, width: width)
        if narrow.size.height > 2 * rect.height { return (narrow, labels) }
        let wide = Measured(area.content, width: rect.width)
        return wide.size.height > rect.height ? (narrow, labels) : (wide, nil)
    }

    private mutating func placeButtons(
        of area: View<Action>.ScrollArea, _ labels: ScrollButtonLabels, _ extent: ScrollExtent, in rect: Rect,
        clip: Rect
    ) {
        let buttons = ScrollButtons(in: rect, extent: extent)
        let step = area.step ?? max(1, extent.visible - 1)
        placeScrollButton(
            Node(id: "\(area.id.rawValue) ◀", role: .button, label: labels.back, rect: buttons.back),
            glyph: buttons.glyphs.back, rows: extent.offset == 0 ? 0 : -step, of: area.id, clip: clip)
        placeScrollButton(
            Node(id: "\(area.id.rawValue) ▶", role: .button, label: labels.forth, rect: buttons.forth),
            glyph: buttons.glyphs.forth, rows: extent.offset == extent.limit ? 0 : step, of: area.id, clip: clip)
        grid.fill(buttons.track.intersection(clip), with: "░", style: .border)
        grid.fill(buttons.thumb.intersection(clip), with: "█", style: .border)
    }

    /// At the end of the way (no rows to go) the button stays, dashed, and is no target.
    private mutating func placeScrollButton(_ node: Node, glyph: String, rows: Int, of area: NodeID, clip: Rect) {
        let rect = node.rect
        drawBorder(rows == 0 ? .dashed : .single, rows == 0 ? .disabled : .border, around: rect, clip: clip)
        let middle = Point(x: rect.x + rect.width / 2, y: rect.y + rect.height / 2)
        grid.write(glyph, at: middle, style: rows == 0 ? .disabled : .strong, clip: rect.intersection(clip))
        guard rows != 0 else { return }
        var node = node
        node.visibleRect = rect.intersection(clip)
        node.activation = .scroll(area, rows: rows)
        node.shortcut = rows < 0 ? .pageUp : .pageDown
        node.state.isFocused = interaction.focused == node.id
        node.state.isPressed = interaction.pressed == node.id
        restyle(node)
        emit(node)
    }

    private mutating func place(
        _ overlay: View<Action>.Overlay, _ measured: Measured<Action>, in rect: Rect, clip: Rect
    ) {
        _ = collecting { $0.placeOnly(measured, in: rect, clip: clip) }
        grid.restyle(rect.intersection(clip), .backdrop)
        let width = min(overlay.size.width, rect.width)
        let height = min(overlay.size.height, rect.height)
        let box = Rect(
            x: rect.x + (rect.width - width) / 2, y: rect.y + (rect.height - height) / 2, width: width, height: height)
        let nodes = collecting { painter in
            painter.grid.fill(box.intersection(clip))
            painter.drawBorder(.double, .border, around: box, clip: clip)
            let inner = box.inset(by: Insets(horizontal: 1, vertical: 1))
            painter.placeChild(Measured(overlay.top, width: inner.width), in: inner, clip: clip)
        }
        guard let action = overlay.backdropAction else {
            nodes.forEach { emit($0) }
            return
        }
        var node = Node(id: NodeID(overlay.backdropLabel), role: .group, label: overlay.backdropLabel, rect: rect)
        node.activation = .perform(action)
        node.children = nodes
        emit(node)
    }
}
