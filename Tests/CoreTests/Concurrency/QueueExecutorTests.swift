import Core
import Dispatch
import Foundation
import Testing

@Suite struct QueueExecutorTests {
    private actor Blocker {
        private let executor = QueueExecutor(label: "tests.blocker")
        private(set) var calls = 0
        nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

        func wait(for signal: DispatchSemaphore) {
            calls += 1
            block(on: signal)
        }

        /// As a C call would; `wait()` itself is not offered to asynchronous code.
        private nonisolated func block(on signal: DispatchSemaphore) { signal.wait() }
    }

    /// On Swift's own pool this test would never end: more actors block than it has threads.
    @Test(.timeLimit(.minutes(1))) func `blocked actors leave everybody else running`() async {
        let signal = DispatchSemaphore(value: 0)
        let blockers = (0..<(ProcessInfo.processInfo.activeProcessorCount * 2 + 2)).map { _ in Blocker() }
        await withTaskGroup { group in
            for blocker in blockers { group.addTask { await blocker.wait(for: signal) } }
            await Task.yield()
            for _ in blockers { signal.signal() }
        }
        for blocker in blockers { #expect(await blocker.calls == 1) }
    }
}
