import Dispatch
import Glibc
import Synchronization

/// A terminal behind a tty: foot, xterm, kmscon, a console over ssh.
///
/// Writing may block as long as the terminal likes, so it happens on a queue of its own.
package actor ANSIBackend: Backend {
    package nonisolated let events: AsyncStream<[InputEvent]>

    private let tty: TTY
    private let reader: InputReader
    private let capabilities: Capabilities
    private var encoder = ScreenEncoder()
    private var isOpen = true

    private let queue = QueueExecutor(label: "Terminal.ANSIBackend")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

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
        tty = try TTY.take(input: input, output: output)
        do throws(TerminalFault) {
            reader = try InputReader(
                tty: tty, continuation: continuation, onReport: { capabilities.learn(from: $0) },
                onResize: { capabilities.noteResize() })
            try reader.start()
        } catch {
            tty.giveBack()
            throw error
        }
    }

    package func present(_ grid: Grid, theme: Theme) {
        guard isOpen else { return }
        encoder.synchronizes = capabilities.synchronizes
        if capabilities.takeResize() { encoder.invalidate() }
        let bytes = encoder.encode(grid, theme: theme)
        if !bytes.isEmpty { tty.write(bytes) }
    }

    /// The terminal has the font.
    package func setPrintSize(_ size: PrintSize) {}

    /// Clears the screen and its scrollback, and forgets what stood there.
    package func wipe() {
        guard isOpen else { return }
        tty.write(Array("\u{1B}[m\u{1B}[H\u{1B}[2J\u{1B}[3J".utf8))
        encoder = ScreenEncoder()
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
    private let synchronized = Mutex(false)
    private let isResized = Mutex(false)

    var synchronizes: Bool { synchronized.withLock { $0 } }

    func learn(from report: TerminalReport) {
        // DECRPM: 1 set, 2 reset, 3 permanently set; 0 and 4 are no help.
        if case .mode(2026, let setting) = report { synchronized.withLock { $0 = (1...3).contains(setting) } }
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
