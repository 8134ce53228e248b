import Core
import Synchronization

/// A limit for calls that may never come back: a card command that hangs cannot be stopped from this side.
enum Deadline {
    /// The result of `operation`, or the fault when the time is up first. The operation is cancelled then, and left
    /// alone: whoever asks next must not wait for it.
    static func run<Value: Sendable>(
        _ limit: Duration, else fault: CardFault,
        _ operation: @escaping @Sendable () async -> Result<Value, CardFault>
    ) async throws(CardFault) -> Value {
        let race = Race<Value>()
        let work = Task { race.finish(await operation()) }
        let clock = Task {
            try? await Task.sleep(for: limit)
            race.finish(.failure(fault))
        }
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { race.await($0) }
        } onCancel: {
            race.finish(.failure(fault))
        }
        work.cancel()
        clock.cancel()
        return try result.get()
    }

    /// The first result wins.
    private final class Race<Value: Sendable>: Sendable {
        private struct State {
            var result: Result<Value, CardFault>?
            var waiting: CheckedContinuation<Result<Value, CardFault>, Never>?
        }
        private let state = Mutex(State())

        func await(_ continuation: CheckedContinuation<Result<Value, CardFault>, Never>) {
            let result = state.withLock { state in
                if state.result == nil { state.waiting = continuation }
                return state.result
            }
            if let result { continuation.resume(returning: result) }
        }

        func finish(_ result: Result<Value, CardFault>) {
            let waiting = state.withLock { state in
                guard state.result == nil else { return nil as CheckedContinuation<Result<Value, CardFault>, Never>? }
                state.result = result
                defer { state.waiting = nil }
                return state.waiting
            }
            waiting?.resume(returning: result)
        }
    }
}
