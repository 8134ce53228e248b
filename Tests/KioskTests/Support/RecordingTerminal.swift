import Synchronization
import Terminal

/// A terminal that notes what is done to it, in order, and can be waited for.
final class RecordingTerminal: Backend {
    enum Act: Hashable { case presented(Grid), printed(PrintSize), wiped, closed }

    let events: AsyncStream<[InputEvent]>
    private let input: AsyncStream<[InputEvent]>.Continuation
    private let state = Mutex<[Act]>([])

    init() { (events, input) = AsyncStream.makeStream() }

    func send(_ batch: [InputEvent]) { input.yield(batch) }

    /// The tty is gone.
    func hangUp() { input.finish() }

    var acts: [Act] { state.withLock { $0 } }
    var frames: [Grid] {
        acts.compactMap { if case .presented(let grid) = $0 { grid } else { nil } }
    }
    var text: String { frames.last?.lines.joined(separator: "\n") ?? "" }

    /// Until this many frames were drawn.
    func drawn(_ count: Int) async { while frames.count < count { await Task.yield() } }

    func present(_ content: ScreenContent, theme: Theme) async {
        state.withLock { $0.append(.presented(content.grid)) }
    }
    func setPrintSize(_ size: PrintSize) async { state.withLock { $0.append(.printed(size)) } }
    func ring() async {}
    func wipe() async { state.withLock { $0.append(.wiped) } }
    func close() async {
        state.withLock { $0.append(.closed) }
        hangUp()
    }
}
