import Glibc
import Synchronization

/// A terminal behind a tty: foot, xterm, kmscon, a console over ssh.
///
/// It has a thread of its own, on which it reads and writes, and on which whoever shows something on it should run.
package actor ANSIBackend: Backend {
    package nonisolated let events: AsyncStream<[InputEvent]>

    private let tty: TTY
    private let reader: InputReader
    private let capabilities: Capabilities
    private var encoder = ScreenEncoder()
    private var pictures = PictureLayer()
    private var tellsPixels = false
    private var isOpen = true

    private let thread: TerminalThread
    package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }
    package nonisolated var executor: (any TaskExecutor)? { thread }

    /// Takes the tty: raw mode, alternate screen, mouse. It is given back by ``close()``, and when the process ends in
    /// any other way but SIGKILL and a stack that has run out.
    package init(
        input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO,
        environment: TerminalEnvironment = .ofThisProcess
    ) throws(TerminalFault) {
        let (stream, continuation) = AsyncStream.makeStream(of: [InputEvent].self)
        let capabilities = Capabilities()
        events = stream
        self.capabilities = capabilities
        try environment.check()
        let thread = try TerminalThread()
        self.thread = thread
        tty = try TTY.take(input: input, output: output)
        reader = InputReader(
            tty: tty, thread: thread, continuation: continuation, onReport: { capabilities.learn(from: $0) },
            onResize: { capabilities.noteResize() })
        do throws(TerminalFault) { try reader.start() } catch {
            tty.giveBack()
            throw error
        }
    }

    deinit { thread.end() }

    package func present(_ content: ScreenContent, theme: Theme) {
        guard isOpen else { return }
        let known = capabilities.known
        encoder.synchronizes = known.synchronizes
        if capabilities.takeResize() {
            encoder.invalidate()
            pictures = PictureLayer()
        }
        let bytes = pictures.encode(content, theme: theme, cell: known.sixelCell, with: &encoder)
        if !bytes.isEmpty { tty.write(bytes) }
        tellPixels(content.hasCanvas && known.canTellPixels)
    }

    /// Where in its cell the finger is, is asked for only while there is a canvas (SGR-Pixels, 1016). The question that
    /// follows comes back among the touches, and tells the parser from which on they are in pixels.
    private func tellPixels(_ wanted: Bool) {
        guard wanted != tellsPixels else { return }
        tellsPixels = wanted
        tty.write(Array("\u{1B}[?1016\(wanted ? "h" : "l")\u{1B}[?1016$p".utf8))
    }

    /// The terminal has the font.
    package func setPrintSize(_ size: PrintSize) {}

    /// Clears the screen and its scrollback, and forgets what stood there.
    package func wipe() {
        guard isOpen else { return }
        tty.write(Array("\u{1B}[m\u{1B}[H\u{1B}[2J\u{1B}[3J".utf8))
        encoder = ScreenEncoder()
        pictures = PictureLayer()
    }

    /// BEL: the terminal or the console has the sound.
    package func ring() {
        if isOpen { tty.write([0x07]) }
    }

    package func close() {
        guard isOpen else { return }
        isOpen = false
        reader.stop()
        tty.giveBack()
    }
}

/// What the terminal has answered; learnt on the reader's thread, used by the writer.
private final class Capabilities: Sendable {
    struct Known {
        var synchronizes = false
        var knowsPixels = false
        var hasSixel = false
        var cell: CellSize?

        /// Set where pictures can be drawn in pixels.
        var sixelCell: CellSize? { hasSixel ? cell : nil }
        var canTellPixels: Bool { knowsPixels && cell != nil }
    }

    private let state = Mutex(Known())
    private let isResized = Mutex(false)

    var known: Known { state.withLock { $0 } }

    func learn(from report: TerminalReport) {
        state.withLock { known in
            switch report {
            // DECRPM: 1 set, 2 reset, 3 permanently set; 0 and 4 are no help.
            case .mode(2026, let setting): known.synchronizes = (1...3).contains(setting)
            case .mode(1016, let setting): known.knowsPixels = (1...2).contains(setting)
            case .deviceAttributes(let attributes): known.hasSixel = attributes.contains(4)
            case .cellSize(let size): known.cell = size
            case .mode, .cursor: break
            }
        }
    }

    func noteResize() { isResized.withLock { $0 = true } }

    /// Whether the terminal has had another size since it was last asked.
    func takeResize() -> Bool {
        isResized.withLock { isResized in
            defer { isResized = false }
            return isResized
        }
    }
}
