/// A picture of two colours, such as a code for a camera.
package struct Bitmap: Hashable, Sendable {
    package let width: Int
    package let height: Int
    private let dots: [Bool]

    /// - Parameter isDark: asked for every dot, x from the left, y from the top.
    package init(width: Int, height: Int, isDark: (Int, Int) -> Bool) {
        self.width = max(0, width)
        self.height = max(0, height)
        dots = (0..<self.height).flatMap { y in (0..<max(0, width)).map { isDark($0, y) } }
    }

    /// Two rows of dots in one row of cells, black on white, with a margin of light dots on each side: a camera needs
    /// four around a QR code (ISO/IEC 18004, 5.3.8). Another style is for eyes only.
    package func halfBlocks(margin: Int = 4, style: Style = .paper) -> Grid {
        let size = Size(width: width + 2 * margin, height: (height + 2 * margin + 1) / 2)
        var grid = Grid(size, filledWith: Cell(glyph: 0x20, style: style, part: .narrow))
        for y in 0..<size.height {
            var line = ""
            for x in 0..<size.width {
                line += block(upper: isDark(x - margin, 2 * y - margin), lower: isDark(x - margin, 2 * y + 1 - margin))
            }
            grid.write(line, at: Point(x: 0, y: y), style: style)
        }
        return grid
    }

    private func block(upper: Bool, lower: Bool) -> String {
        switch (upper, lower) {
        case (true, true): "█"
        case (true, false): "▀"
        case (false, true): "▄"
        case (false, false): " "
        }
    }

    private func isDark(_ x: Int, _ y: Int) -> Bool {
        x >= 0 && x < width && y >= 0 && y < height && dots[y * width + x]
    }
}
