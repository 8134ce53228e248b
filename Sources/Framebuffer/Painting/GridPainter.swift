package import Terminal

/// Paints grids and the pictures over them on a canvas: only what differs from before.
///
/// What it leaves is always what a painter that begins anew would paint.
package struct GridPainter {
    package let geometry: GridGeometry
    private let rasterizer: GlyphRasterizer
    private var shown: ScreenContent?
    /// The pictures that are shown, in the screen's pixels.
    private var copies: [PlacedImage: Image] = [:]
    private var theme: Theme?
    private var pens: [Style: Pen] = [:]

    /// A style as it is painted.
    private struct Pen {
        let isBold: Bool
        let isUnderlined: Bool
        let background: UInt32
        /// From the background to the foreground, by coverage.
        let shades: [UInt32]

        /// A terminal's own colours are black on white here.
        init(_ look: Attributes) {
            let foreground = Palette.colour(look.foreground ?? 16)
            background = Palette.colour(look.background ?? 231)
            shades = Palette.shades(foreground: foreground, background: background)
            isBold = look.isBold
            isUnderlined = look.isUnderlined
        }
    }

    package init(geometry: GridGeometry, rasterizer: GlyphRasterizer) {
        self.geometry = geometry
        self.rasterizer = rasterizer
    }

    /// Answers the blocks that were painted, one a row at most.
    package mutating func paint(_ content: ScreenContent, theme: Theme, on canvas: inout Canvas) -> [PixelRect] {
        if self.theme != theme { pens = [:] }
        let before = shown.flatMap { $0.grid.size == content.grid.size && self.theme == theme ? $0 : nil }
        self.theme = theme
        shown = content
        var painted: [PixelRect]
        if let before {
            painted = paint(content, over: before, on: &canvas)
        } else {
            painted = paintAll(content.grid, on: &canvas)
        }
        for image in content.images {
            let block = geometry.pixels(image.visible)
            let isNew = before?.images.contains(image) != true
            guard isNew || painted.contains(where: { !$0.intersection(block).isEmpty }) else { continue }
            canvas.draw(copy(of: image), at: block.x, block.y)
            painted.append(block)
        }
        copies = copies.filter { content.images.contains($0.key) }
        return painted
    }

    /// The next content is painted whole.
    package mutating func forget() {
        shown = nil
        copies = [:]
    }

    private mutating func copy(of image: PlacedImage) -> Image {
        if let copy = copies[image] { return copy }
        let copy = image.pixels(cell: CellSize(width: geometry.cell.width, height: geometry.cell.height) ?? .usual)
        copies[image] = copy
        return copy
    }

    /// Under a picture that has gone the cells come to light again, changed or not.
    private mutating func paint(
        _ content: ScreenContent, over before: ScreenContent, on canvas: inout Canvas
    ) -> [PixelRect] {
        let bared = before.images.filter { !content.images.contains($0) }.map(\.visible)
        return (0..<content.grid.size.height).compactMap { y in
            let (new, old) = (content.grid.row(y), before.grid.row(y))
            let gaps = bared.filter { $0.y <= y && y < $0.maxY }
            return new == old && gaps.isEmpty ? nil : paint(new, over: old, bared: gaps, y: y, on: &canvas)
        }
    }

    private mutating func paintAll(_ grid: Grid, on canvas: inout Canvas) -> [PixelRect] {
        canvas.fill(canvas.bounds, with: pen(of: .normal).background)
        for y in 0..<grid.size.height { _ = paint(grid.row(y), over: nil, y: y, on: &canvas) }
        return [canvas.bounds]
    }

    private mutating func paint(
        _ row: ArraySlice<Cell>, over old: ArraySlice<Cell>?, bared: [Rect] = [], y: Int, on canvas: inout Canvas
    ) -> PixelRect {
        var painted = PixelRect(x: 0, y: 0, width: 0, height: 0)
        for (x, cell) in row.enumerated() where cell.part != .wideTail {
            let span = cell.part == .wideHead ? 2 : 1
            let here = row.startIndex + x..<row.startIndex + x + span
            let place = Rect(x: x, y: y, width: span, height: 1)
            let isBared = bared.contains { !$0.intersection(place).isEmpty }
            if let old, old[here] == row[here], !isBared { continue }
            let whole = geometry.pixelsToEdge(place)
            paint(cell, in: geometry.pixels(place), ground: whole, on: &canvas)
            painted = painted.union(whole)
        }
        return painted
    }

    /// - Parameter ground: the block, and the margin beside it, which goes on with the cell's ground.
    private mutating func paint(_ cell: Cell, in block: PixelRect, ground: PixelRect, on canvas: inout Canvas) {
        let pen = pen(of: cell.style)
        if cell.isBlank || ground != block { canvas.fill(ground, with: pen.background) }
        if !cell.isBlank {
            let mask = rasterizer.mask(cell.glyph, isWide: cell.part == .wideHead, isBold: pen.isBold)
            canvas.draw(mask, at: block.x, block.y, shades: pen.shades)
        }
        if pen.isUnderlined { canvas.fill(rasterizer.underline(of: block), with: pen.shades[255]) }
    }

    private mutating func pen(of style: Style) -> Pen {
        if let pen = pens[style] { return pen }
        let pen = Pen((theme ?? .standard).attributes(of: style))
        pens[style] = pen
        return pen
    }
}
