package import Terminal

/// Paints grids on a canvas: only the glyphs that differ from the grid before.
///
/// What it leaves is always what a painter that begins anew would paint.
package struct GridPainter {
    package let geometry: GridGeometry
    private let rasterizer: GlyphRasterizer
    private var shown: Grid?
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
    package mutating func paint(_ grid: Grid, theme: Theme, on canvas: inout Canvas) -> [PixelRect] {
        if self.theme != theme { pens = [:] }
        let before = shown.flatMap { $0.size == grid.size && self.theme == theme ? $0 : nil }
        self.theme = theme
        shown = grid
        guard let before else { return paintAll(grid, on: &canvas) }
        return (0..<grid.size.height).compactMap { y in
            let (new, old) = (grid.row(y), before.row(y))
            return new == old ? nil : paint(new, over: old, y: y, on: &canvas)
        }
    }

    /// The next grid is painted whole.
    package mutating func forget() {
        shown = nil
    }

    private mutating func paintAll(_ grid: Grid, on canvas: inout Canvas) -> [PixelRect] {
        canvas.fill(canvas.bounds, with: pen(of: .normal).background)
        for y in 0..<grid.size.height { _ = paint(grid.row(y), over: nil, y: y, on: &canvas) }
        return [canvas.bounds]
    }

    private mutating func paint(
        _ row: ArraySlice<Cell>, over old: ArraySlice<Cell>?, y: Int, on canvas: inout Canvas
    ) -> PixelRect {
        var painted = PixelRect(x: 0, y: 0, width: 0, height: 0)
        for (x, cell) in row.enumerated() where cell.part != .wideTail {
            let span = cell.part == .wideHead ? 2 : 1
            let here = row.startIndex + x..<row.startIndex + x + span
            if let old, old[here] == row[here] { continue }
            let place = Rect(x: x, y: y, width: span, height: 1)
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
        if pen.isUnderlined { canvas.fill(underline(of: block), with: pen.shades[255]) }
    }

    private func underline(of block: PixelRect) -> PixelRect {
        let thickness = max(1, block.height / 18)
        let top = min(rasterizer.baseline + thickness, block.height - thickness)
        return PixelRect(x: block.x, y: block.y + top, width: block.width, height: thickness)
    }

    private mutating func pen(of style: Style) -> Pen {
        if let pen = pens[style] { return pen }
        let pen = Pen((theme ?? .standard).attributes(of: style))
        pens[style] = pen
        return pen
    }
}
