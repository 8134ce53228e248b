extension Painter {
    /// The picture in its proportions, in the middle of the space; half blocks in the grid, itself beside it.
    mutating func place(_ image: Image, _ cell: CellSize, in rect: Rect, clip: Rect) {
        let place = middle(of: rect, cell.cells(for: image.size, within: rect.size))
        let visible = place.intersection(clip)
        guard !visible.isEmpty else { return }
        grid.draw(image.halfBlocks(place.size), at: Point(x: place.x, y: place.y), clip: visible)
        images.append(PlacedImage(image, rect: place, visible: visible))
    }

    /// The strokes that the screen keeps, and the one that the finger is drawing.
    mutating func place(_ canvas: Element.Canvas, in rect: Rect, clip: Rect) {
        let place = middle(of: rect, canvas.cell.cells(for: canvas.proportions, within: rect.size))
        var node = Node(
            id: canvas.id, role: .canvas, label: canvas.label, value: "\(canvas.strokes.count)", rect: place,
            visibleRect: place.intersection(clip))
        node.scrollArea = scrollArea
        emit(node)
        guard !node.visibleRect.isEmpty else { return }
        let strokes = canvas.strokes + (interaction.drawing?.stroke(on: canvas.id).map { [$0] } ?? [])
        let quadrants = InkRaster(strokes, size: Size(width: 2 * place.width, height: 2 * place.height), pen: 1)
        grid.draw(quadrants.quadrants(), at: Point(x: place.x, y: place.y), clip: node.visibleRect)
        // Fine enough for the eye; a back end brings it to its own pixels.
        let size = Size(
            width: 8 * place.width, height: 8 * place.width * canvas.proportions.height / canvas.proportions.width)
        let ink = InkRaster(strokes, size: size, pen: max(3, size.width / 120))
        images.append(PlacedImage(ink.image(), rect: place, visible: node.visibleRect))
        hasCanvas = true
    }

    private func middle(of rect: Rect, _ size: Size) -> Rect {
        Rect(
            x: rect.x + (rect.width - size.width) / 2, y: rect.y + (rect.height - size.height) / 2, width: size.width,
            height: size.height)
    }
}
