extension Painter {
    mutating func place(
        _ meaning: Element.Meaning, _ measured: Measured, in rect: Rect, clip: Rect
    ) {
        var node = Node(
            id: meaning.id, role: meaning.role, label: meaning.label, value: meaning.value, rect: rect,
            visibleRect: rect.intersection(clip))
        node.scrollArea = scrollArea
        node.activation = meaning.action.map { .perform($0) }
        node.shortcut = meaning.shortcut
        node.isPrimary = meaning.isPrimary
        node.secrecy = meaning.secrecy
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

    private func state(of meaning: Element.Meaning) -> SemanticState {
        var state = SemanticState()
        state.availability = meaning.availability
        state.isSelected = meaning.isSelected
        state.problem = meaning.problem
        state.isFocused = meaning.action != nil && interaction.focused == meaning.id
        state.isPressed = meaning.action != nil && state.isEnabled && interaction.pressed == meaning.id
        return state
    }

    mutating func restyle(_ node: Node) {
        let style: Style? =
            if node.state.isPressed { .pressed } else if node.state.isFocused { .focused } else if !node.state.isEnabled
            {
                .disabled
            } else { nil }
        if let style { grid.restyle(node.visibleRect, style) }
    }

    /// The nodes that are emitted by `body`.
    mutating func collecting(_ body: (inout Self) -> Void) -> [Node] {
        collected.append([])
        body(&self)
        return collected.removeLast()
    }

    mutating func place(
        _ overlay: Element.Overlay, _ measured: Measured, in rect: Rect, clip: Rect
    ) {
        _ = collecting { $0.placeOnly(measured, in: rect, clip: clip) }
        grid.restyle(rect.intersection(clip), .backdrop)
        // Under an overlay everything is dim: of pictures the half blocks, which can be.
        images = []
        hasCanvas = false
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
