/// A picture that lies over cells. The grid under it holds it in half blocks, so that a back end without pixels has
/// nothing to do.
package struct PlacedImage: Hashable, Sendable {
    package let image: Image
    /// The cells of the whole picture; parts of it may be scrolled away.
    package let rect: Rect
    /// The cells that are seen of it.
    package let visible: Rect

    package init(_ image: Image, rect: Rect, visible: Rect) {
        self.image = image
        self.rect = rect
        self.visible = visible
    }

    /// What is seen, in the screen's pixels.
    package func pixels(cell: CellSize) -> Image {
        let size = Size(width: rect.width * cell.width, height: rect.height * cell.height)
        let part = Rect(
            x: (visible.x - rect.x) * cell.width, y: (visible.y - rect.y) * cell.height,
            width: visible.width * cell.width, height: visible.height * cell.height)
        return image.resampled(to: size, part: part)
    }
}
