extension Image {
    /// The picture in cells of two dots, one above the other, in 16 greys: what a screen without pixels shows, and
    /// what a golden and a test see.
    package func halfBlocks(_ cells: Size) -> Grid {
        let dots = resampled(to: Size(width: cells.width, height: 2 * cells.height))
        return Grid(cells) { x, y in
            let (upper, lower) = (Self.step(dots.grey(x, 2 * y)), Self.step(dots.grey(x, 2 * y + 1)))
            return Cell(
                glyph: upper == lower ? 0x20 : 0x2580, style: .grey(foreground: upper, background: lower), part: .narrow
            )
        }
    }

    /// The nearest of 16 greys.
    private static func step(_ grey: UInt8) -> UInt8 { UInt8((Int(grey) + 8) / 17) }
}
