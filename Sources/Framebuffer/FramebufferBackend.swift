import Glibc
package import Terminal

/// The kernel's screen, touch panels and keyboards, without a window system: cells become pixels here, and the finger
/// that comes down is told of when it comes down.
///
/// Drawing may take milliseconds, so it happens on a queue of its own.
package actor FramebufferBackend: Backend {
    package nonisolated let events: AsyncStream<[InputEvent]>
    private nonisolated let continuation: AsyncStream<[InputEvent]>.Continuation

    private let settings: FramebufferSettings
    private let rotation: Rotation
    private let surface: any Surface
    private let map: TouchMap
    private let reader: EvdevReader?
    private var rasterizer: GlyphRasterizer
    private var painter: GridPainter
    private var canvas: Canvas
    private var isOpen = true

    private let queue = QueueExecutor(label: "Framebuffer.FramebufferBackend")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    /// Takes the console, the screen and the input devices. They are given back by ``close()``; the console also when
    /// the process ends in any other way but SIGKILL, the others by the kernel whenever it ends.
    package init(_ settings: FramebufferSettings) throws(DisplayFault) {
        if let console = settings.console { try Console.take(console) }
        do throws(DisplayFault) {
            try self.init(settings, on: try DeviceSurface.open(settings.device), readsInput: true)
        } catch {
            Console.giveBack()
            throw error
        }
    }

    init(_ settings: FramebufferSettings, on surface: sending any Surface, readsInput: Bool) throws(DisplayFault) {
        let rotation = settings.rotation ?? .none
        let size = rotation.turned(surface.size)
        let cell = settings.cell(on: size, .normal)
        let geometry = GridGeometry(canvas: size, cell: cell)
        let rasterizer = try GlyphRasterizer(settings.fonts, cell: cell)
        let (stream, continuation) = AsyncStream.makeStream(of: [InputEvent].self)
        let map = TouchMap(geometry, rotation: rotation)
        var reader: EvdevReader?
        if readsInput {
            reader = try EvdevReader(folder: settings.inputs ?? "/dev/input", map: map, continuation: continuation)
        }
        self.settings = settings
        self.rotation = rotation
        self.surface = surface
        self.map = map
        self.reader = reader
        self.rasterizer = rasterizer
        self.continuation = continuation
        events = stream
        painter = GridPainter(geometry: geometry, rasterizer: rasterizer)
        canvas = Canvas(size)
        continuation.yield(geometry.news)
        try reader?.start()
    }

    package func present(_ content: ScreenContent, theme: Theme) {
        // Laid out before the print size changed: the next one is on its way.
        guard isOpen, content.grid.size == painter.geometry.size else { return }
        map.tellsOffsets(content.hasCanvas)
        let painted = painter.paint(content, theme: theme, on: &canvas)
        if !painted.isEmpty { surface.show(canvas, painted, turned: rotation) }
    }

    /// Large print is a larger cell; fewer of them come back as a resize.
    package func setPrintSize(_ size: PrintSize) {
        let cell = settings.cell(on: canvas.size, size)
        // The fonts were read when the screen was opened; where they are gone since, the print stays as it is.
        guard isOpen, cell != rasterizer.cell, let larger = try? GlyphRasterizer(settings.fonts, cell: cell) else {
            return
        }
        let geometry = GridGeometry(canvas: canvas.size, cell: cell)
        rasterizer = larger
        painter = GridPainter(geometry: geometry, rasterizer: rasterizer)
        map.use(geometry)
        continuation.yield(geometry.news)
    }

    /// Blackens the screen and forgets what stood there, down to the characters that were drawn.
    package func wipe() {
        guard isOpen else { return }
        rasterizer.wipe()
        painter.forget()
        canvas.fill(canvas.bounds, with: 0)
        surface.show(canvas, [canvas.bounds], turned: rotation)
    }

    /// The console's speaker, where the machine has one.
    package func ring() {
        if isOpen { Console.ring() }
    }

    package func close() {
        guard isOpen else { return }
        isOpen = false
        if let reader { reader.stop() } else { continuation.finish() }
        surface.close()
        Console.giveBack()
    }
}

extension GridGeometry {
    /// The cell's pixels before the size: what is laid out by it may hang on them.
    fileprivate var news: [InputEvent] {
        let pixels = CellSize(width: cell.width, height: cell.height).map { InputEvent.report(.cellSize($0)) }
        return [pixels, .resize(size)].compactMap { $0 }
    }
}
