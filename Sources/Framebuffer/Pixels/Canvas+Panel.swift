extension Canvas {
    /// Copies a block to a panel's memory, turned. Writes go row by row: that memory is slow to go back in.
    ///
    /// - Parameters:
    ///   - panel: the panel's own size; a canvas of another one is not copied.
    ///   - stride: pixels from one row of the memory to the next.
    func copy(
        _ rect: PixelRect, turned rotation: Rotation, to memory: UnsafeMutablePointer<UInt32>, panel: PixelSize,
        stride: Int
    ) {
        let rect = rect.intersection(bounds)
        guard !rect.isEmpty, rotation.turned(panel) == size else { return }
        let target = rotation.onPanel(rect, panel: panel)
        let width = size.width
        // In the canvas: the pixel for the target's first, and the steps to that of the next column and of the next row.
        let (first, column, row) =
            switch rotation {
            case .none: (rect.y * width + rect.x, 1, width)
            case .quarter: ((rect.maxY - 1) * width + rect.x, -width, 1)
            case .half: ((rect.maxY - 1) * width + rect.maxX - 1, -1, -width)
            case .threeQuarters: (rect.y * width + rect.maxX - 1, width, -1)
            }
        pixels.withUnsafeBufferPointer { pixels in
            for y in 0..<target.height {
                let line = memory + (target.y + y) * stride + target.x
                var source = first + y * row
                for x in 0..<target.width {
                    line[x] = pixels[source]
                    source += column
                }
            }
        }
    }
}
