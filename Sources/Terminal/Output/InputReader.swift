import Glibc
import Synchronization

/// Reads the tty on the terminal's thread, and hands over all that has come as one batch.
final class InputReader: Sendable {
    private let tty: TTY
    private let thread: TerminalThread
    private let continuation: AsyncStream<[InputEvent]>.Continuation
    private let onReport: @Sendable (TerminalReport) -> Void
    private let onResize: @Sendable () -> Void
    private let isStopped = Mutex(false)

    /// A lone ESC is the key when nothing follows it for so many milliseconds.
    private static let escapeWait = 25

    init(
        tty: TTY, thread: TerminalThread, continuation: AsyncStream<[InputEvent]>.Continuation,
        onReport: @escaping @Sendable (TerminalReport) -> Void, onResize: @escaping @Sendable () -> Void
    ) {
        self.tty = tty
        self.thread = thread
        self.continuation = continuation
        self.onReport = onReport
        self.onResize = onResize
    }

    func start() throws(TerminalFault) {
        try thread.start { [self] in
            read()
            while thread.wait(for: nil, milliseconds: -1) != nil {}
        }
    }

    /// On the terminal's thread.
    func stop() {
        thread.stopWatchingSize()
        isStopped.withLock { $0 = true }
    }

    /// Until it is stopped, or the tty is gone.
    private func read() {
        defer { continuation.finish() }
        var parser = InputParser()
        var debounce = ResizeDebounce()
        // foot says 80×24 until its window is placed: any other size is the real one.
        if let size = tty.size, size != Size(width: 80, height: 24) {
            continuation.yield(resized(to: size, &parser))
        } else {
            debounce.signal(at: Self.now())
        }
        while let wake = thread.wait(for: tty.input, milliseconds: patience(parser, debounce)) {
            if isStopped.withLock({ $0 }) { return }
            var events: [InputEvent] = []
            if wake.isResized { debounce.signal(at: Self.now()) }
            if wake.isReadable {
                guard let bytes = tty.read() else {
                    continuation.yield([.closed])
                    return
                }
                events = parser.feed(bytes)
            } else if parser.isWaiting, wake.isTimedOut {
                events = parser.flushEscape()
            }
            // Also when it is the old size: a smaller one between has cut off what stood there.
            if debounce.isDue(at: Self.now()), let size = tty.size {
                onResize()
                events += resized(to: size, &parser)
                tty.write(Array(TTY.cellQuestion.utf8))
            }
            for case .report(let report) in events { onReport(report) }
            if !events.isEmpty { continuation.yield(events) }
        }
    }

    /// Another size may come of another font.
    private func resized(to size: Size, _ parser: inout InputParser) -> [InputEvent] {
        guard let cell = tty.cellSize else { return [.resize(size)] }
        parser.learn(cell)
        onReport(.cellSize(cell))
        return [.report(.cellSize(cell)), .resize(size)]
    }

    /// Milliseconds after which something must be done though nothing has come; -1 for none.
    private func patience(_ parser: InputParser, _ debounce: ResizeDebounce) -> Int {
        let resize = debounce.deadline.map { max(0, $0 - Self.now()) }
        return [parser.isWaiting ? Self.escapeWait : nil, resize].compactMap { $0 }.min() ?? -1
    }

    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
