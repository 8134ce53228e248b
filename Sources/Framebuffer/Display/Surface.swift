/// Where a canvas becomes visible.
protocol Surface: AnyObject {
    /// The panel's own, not turned.
    var size: PixelSize { get }

    /// Shows these blocks of the canvas.
    func show(_ canvas: Canvas, _ blocks: [PixelRect], turned rotation: Rotation)

    /// Gives the device back.
    func close()
}
