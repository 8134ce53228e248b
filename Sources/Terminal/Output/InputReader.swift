import CTerminal
import Glibc
import Synchronization

/// The thread that waits on the tty and on SIGWINCH with poll(2), and hands over all that has come as one batch.
final class InputReader: Sendable {
    private let tty: TTY
    private let continuation: AsyncStream<[InputEvent]>.Continuation
    private let onReport: @Sendable (TerminalReport) -> Void
    private let onResize: @Sendable () -> Void
    /// SIGWINCH writes `w`, the end `q`.
    private let wakeRead: Int32
    private let wakeWrite: Int32

    /// A lone ESC is the key when nothing follows it for so many milliseconds.
    private static let escapeWait = 25

    init(
        tty: TTY, continuation: AsyncStream<[InputEvent]>.Continuation,
        onReport: @escaping @Sendable (TerminalReport) -> Void, onResize: @escaping @Sendable () -> Void
    ) throws(TerminalFault) {
        var ends: [Int32] = [-1, -1]
        guard terminal_pipe(&ends) == 0 else { throw .system(errno) }
        self.tty = tty
        self.continuation = continuation
        self.onReport = onReport
        self.onResize = onResize
        (wakeRead, wakeWrite) = (ends[0], ends[1])
    }

    // Not before both the thread and its owner are done: a write after that could go to somebody else's file.
    deinit {
        close(wakeRead)
        close(wakeWrite)
    }

    func start() throws(TerminalFault) {
        guard terminal_watch_size(wakeWrite) == 0 else { throw .system(errno) }
        var thread = pthread_t()
        let code = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<InputReader>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        guard code == 0 else { throw .system(code) }
        pthread_detach(thread)
    }

    /// The thread ends by itself.
    func stop() {
        _ = terminal_watch_size(-1)
        _ = write(wakeWrite, "q", 1)
    }

    private func run() {
        defer { continuation.finish() }
        var parser = InputParser()
        var debounce = ResizeDebounce()
        // foot says 80×24 until its window is placed: any other size is the real one.
        if let size = tty.size, size != Size(width: 80, height: 24) {
            continuation.yield(resized(to: size, &parser))
        } else {
            debounce.signal(at: Self.now())
        }
        while true {
            let wake = wait(parser: parser, debounce: debounce)
            var events: [InputEvent] = []
            if wake.isSignalled {
                guard let resized = drainPipe() else { return }
                if resized { debounce.signal(at: Self.now()) }
            }
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

    private struct Wake {
        var isReadable = false
        var isSignalled = false
        var isTimedOut = false
    }

    private func wait(parser: InputParser, debounce: ResizeDebounce) -> Wake {
        var descriptors = [
            pollfd(fd: tty.input, events: Int16(POLLIN), revents: 0),
            pollfd(fd: wakeRead, events: Int16(POLLIN), revents: 0),
        ]
        let resize = debounce.deadline.map { max(0, $0 - Self.now()) }
        let timeout = [parser.isWaiting ? Self.escapeWait : nil, resize].compactMap { $0 }.min() ?? -1
        let count = poll(&descriptors, 2, Int32(timeout))
        return Wake(
            isReadable: count > 0 && descriptors[0].revents != 0,
            isSignalled: count > 0 && descriptors[1].revents != 0, isTimedOut: count == 0)
    }

    /// Whether a SIGWINCH came; nil at the end.
    private func drainPipe() -> Bool? {
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = read(wakeRead, &bytes, bytes.count)
        guard count > 0 else { return false }
        return bytes[..<count].contains(UInt8(ascii: "q")) ? nil : true
    }

    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
