/// An image to be drawn on a canvas, of 0x00RRGGBB pixels, row by row from the top.
package struct Picture: Hashable, Sendable {
    package let size: PixelSize
    private let pixels: [UInt32]

    /// Nil when there are not as many pixels as the size says.
    package init?(size: PixelSize, pixels: [UInt32]) {
        guard size.width > 0, size.height > 0, pixels.count == size.width * size.height else { return nil }
        self.size = size
        self.pixels = pixels
    }

    func mean(columns: Range<Int>, rows: Range<Int>) -> UInt32 {
        var (red, green, blue) = (UInt32(0), UInt32(0), UInt32(0))
        for y in rows {
            for x in columns {
                let pixel = pixels[y * size.width + x]
                red += pixel >> 16 & 0xFF
                green += pixel >> 8 & 0xFF
                blue += pixel & 0xFF
            }
        }
        let count = UInt32(columns.count * rows.count)
        return (red / count) << 16 | (green / count) << 8 | blue / count
    }
}
