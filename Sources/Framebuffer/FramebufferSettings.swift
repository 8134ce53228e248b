package import Terminal

/// The screen and the hands on it, as a site's settings name them.
package struct FramebufferSettings: Codable, Hashable, Sendable {
    /// `/dev/dri/card0` or `/dev/fb0`; nil takes the first that is there, DRM before a plain framebuffer.
    package var device: String?
    /// The console to be silenced, `/dev/tty1`; nil leaves consoles alone, as where the kernel has none.
    package var console: String?
    /// The Latin one first: its letters decide what fills a cell.
    package var fonts: [Typeface]
    /// Pixels of a row at normal print; nil is a thirtieth of the panel's shorter side.
    package var rowHeight: Int?
    /// Nil is upright.
    package var rotation: Rotation?
    /// Folder of the event devices; nil is `/dev/input`.
    package var inputs: String?

    package init(
        device: String? = nil, console: String? = nil, fonts: [Typeface], rowHeight: Int? = nil,
        rotation: Rotation? = nil, inputs: String? = nil
    ) {
        self.device = device
        self.console = console
        self.fonts = fonts
        self.rowHeight = rowHeight
        self.rotation = rotation
        self.inputs = inputs
    }
}

extension FramebufferSettings {
    /// What a screen needs at least (issue 3), in cells.
    private static let smallest = (width: 40, height: 22)

    /// The cell on a canvas of this size. Large print is one and a half times as large, or as large as leaves 40×22.
    package func cell(on canvas: PixelSize, _ size: PrintSize) -> GlyphCell {
        let height = rowHeight ?? min(canvas.width, canvas.height) / 30
        guard size == .large else { return GlyphCell(height: height) }
        let most = min(canvas.height / Self.smallest.height, canvas.width / Self.smallest.width * 2)
        return GlyphCell(height: max(height, min(height * 3 / 2, most)))
    }
}
