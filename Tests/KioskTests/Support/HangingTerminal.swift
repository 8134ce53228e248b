import Synchronization
import Terminal

/// A terminal that may take what is drawn on it and never come back, as a broken driver would.
final class HangingTerminal: Backend {
    private struct State {
        var mayReturn = true
        var isHanging = false
    }

    let events: AsyncStream<[InputEvent]>
    private let input: AsyncStream<[InputEvent]>.Continuation
    private let state = Mutex(State())

    init() { (events, input) = AsyncStream.makeStream() }

    func show(_ size: Size) { input.yield([.resize(size)]) }
    func hang(_ hangs: Bool) { state.withLock { $0.mayReturn = !hangs } }
    var isHanging: Bool { state.withLock(\.isHanging) }
    func hangUp() { input.finish() }

    func present(_ content: ScreenContent, theme: Theme) async {
        while !state.withLock(\.mayReturn) {
            state.withLock { $0.isHanging = true }
            await Task.yield()
        }
        state.withLock { $0.isHanging = false }
    }
    func setPrintSize(_ size: PrintSize) async {}
    func ring() async {}
    func wipe() async {}
    func close() async { hangUp() }
}
