import CDisplay
import Glibc

/// A screen of the kernel's: DRM's dumb buffer, or the plain framebuffer where no DRM driver is.
final class DeviceSurface: Surface {
    private var display: CDisplay.display
    private let memory: UnsafeMutablePointer<UInt32>

    /// Looked for in this order where the settings name none.
    private static let usual = ["/dev/dri/card0", "/dev/dri/card1", "/dev/dri/card2", "/dev/fb0"]

    /// - Parameter path: nil takes the first that can be lit. Its fault is that of the first that is there.
    static func open(_ path: String?) throws(DisplayFault) -> DeviceSurface {
        if let path { return try DeviceSurface(path) }
        var first: DisplayFault?
        for path in usual where access(path, F_OK) == 0 {
            do throws(DisplayFault) { return try DeviceSurface(path) } catch { first = first ?? error }
        }
        throw first ?? .noDevice
    }

    private init(_ path: String) throws(DisplayFault) {
        var display = CDisplay.display()
        let isPlain = path.hasPrefix("/dev/fb")
        let code = isPlain ? display_open_fbdev(path, &display) : display_open_drm(path, &display)
        guard code == 0, let pixels = display.pixels else { throw .device(path, errno) }
        self.display = display
        memory = (pixels + display.offset).assumingMemoryBound(to: UInt32.self)
    }

    deinit { display_close(&display) }

    var size: PixelSize { PixelSize(width: Int(display.width), height: Int(display.height)) }

    func show(_ canvas: Canvas, _ blocks: [PixelRect], turned rotation: Rotation) {
        guard display.pixels != nil else { return }
        var written = PixelRect(x: 0, y: 0, width: 0, height: 0)
        for block in blocks {
            canvas.copy(block, turned: rotation, to: memory, panel: size, stride: Int(display.stride) / 4)
            written = written.union(rotation.onPanel(block.intersection(canvas.bounds), panel: size))
        }
        guard !written.isEmpty else { return }
        display_flush(&display, UInt32(written.x), UInt32(written.y), UInt32(written.width), UInt32(written.height))
    }

    func close() {
        display_close(&display)
    }
}
