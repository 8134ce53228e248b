/// A screen in memory: tests put events in and look at what was presented.
package actor MemoryBackend: Backend {
    package nonisolated let events: AsyncStream<[InputEvent]>
    private nonisolated let continuation: AsyncStream<[InputEvent]>.Continuation
    /// What is on the screen; nil before the first, and after a wipe.
    package private(set) var content: ScreenContent?
    package private(set) var presentedCount = 0
    package private(set) var printSize = PrintSize.normal
    package private(set) var ringCount = 0

    package init(size: Size) {
        (events, continuation) = AsyncStream.makeStream()
        continuation.yield([.resize(size)])
    }

    package nonisolated func send(_ events: InputEvent...) {
        continuation.yield(events)
    }

    /// A finger down and up at one point.
    package nonisolated func tap(_ point: Point) {
        continuation.yield([.touch(Touch(.down, at: point)), .touch(Touch(.up, at: point))])
    }

    package var grid: Grid? { content?.grid }

    package func present(_ content: ScreenContent, theme: Theme) {
        self.content = content
        presentedCount += 1
    }

    package func setPrintSize(_ size: PrintSize) {
        printSize = size
    }

    package func wipe() {
        content = nil
    }

    package func ring() {
        ringCount += 1
    }

    package func close() {
        continuation.finish()
    }
}
