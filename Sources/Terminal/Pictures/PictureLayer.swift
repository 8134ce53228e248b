/// The pictures on a terminal that knows sixels. They are not cells: a cell that is written takes its part of the
/// picture away, so the picture follows whenever that has happened.
struct PictureLayer {
    private var shown: [PlacedImage] = []
    private var sixels: [PlacedImage: [UInt8]] = [:]
    private var cell: CellSize?

    /// The bytes from the content before to this one.
    ///
    /// - Parameter cell: nil where the terminal has no pixels; the grid's half blocks are all then.
    mutating func encode(
        _ content: ScreenContent, theme: Theme, cell: CellSize?, with encoder: inout ScreenEncoder
    ) -> [UInt8] {
        let wanted = cell == nil ? [] : content.images.compactMap { Self.drawable($0, on: content.grid.size) }
        if self.cell != cell { sixels = [:] }
        for image in shown where !wanted.contains(where: { $0.visible == image.visible }) {
            encoder.forget(image.visible)
        }
        let isDisturbed =
            wanted != shown || self.cell != cell
            || wanted.contains { encoder.changes($0.visible, to: content.grid, theme: theme) }
        self.cell = cell
        shown = wanted
        sixels = sixels.filter { wanted.contains($0.key) }
        guard let cell, isDisturbed, !wanted.isEmpty else { return encoder.encode(content.grid, theme: theme) }
        return encoder.encode(content.grid, theme: theme, then: wanted.flatMap { drawing($0, cell: cell) })
    }

    /// The cursor and the pen are put back, so that the encoder need not know.
    private mutating func drawing(_ image: PlacedImage, cell: CellSize) -> [UInt8] {
        let picture = sixels[image] ?? SixelEncoder.encode(image.pixels(cell: cell))
        sixels[image] = picture
        var place = ControlSequence()
        place.append("\u{1B}7\u{1B}[")
        place.append(number: image.visible.y + 1)
        place.append(UInt8(ascii: ";"))
        place.append(number: image.visible.x + 1)
        place.append(UInt8(ascii: "H"))
        return place.bytes + picture + Array("\u{1B}8".utf8)
    }

    /// A picture that reached the last row would scroll the screen: there its half blocks stay.
    private static func drawable(_ image: PlacedImage, on screen: Size) -> PlacedImage? {
        let above = Rect(x: 0, y: 0, width: screen.width, height: screen.height - 1)
        let visible = image.visible.intersection(above)
        return visible.isEmpty ? nil : PlacedImage(image.image, rect: image.rect, visible: visible)
    }
}
