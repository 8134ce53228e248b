extension Painter {
    mutating func place(_ area: Element.ScrollArea, in rect: Rect, clip: Rect) {
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
        _ area: Element.ScrollArea, in rect: Rect
    ) -> (content: Measured, buttons: ScrollButtonLabels?) {
        guard let labels = area.buttons else { return (Measured(area.content, width: rect.width), nil) }
        let width = max(0, rect.width - ScrollButtons.width(inHeight: rect.height))
        let narrow = Measured(area.content, width: width)
        if narrow.size.height > 2 * rect.height { return (narrow, labels) }
        let wide = Measured(area.content, width: rect.width)
        return wide.size.height > rect.height ? (narrow, labels) : (wide, nil)
    }

    private mutating func placeButtons(
        of area: Element.ScrollArea, _ labels: ScrollButtonLabels, _ extent: ScrollExtent, in rect: Rect,
        clip: Rect
    ) {
        let buttons = ScrollButtons(in: rect, extent: extent)
        // A target that the lower edge cuts is whole on the next page.
        let step = area.step ?? max(1, extent.visible / 2, extent.visible - 5)
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
}
