import Synchronization

/// One sender, any number of listeners.
final class Broadcast<Value: Sendable & Equatable>: Sendable {
    private struct State {
        var latest: Value?
        var listeners: [Int: AsyncStream<Value>.Continuation] = [:]
        var listenersEver = 0
    }
    private let state: Mutex<State>

    /// - Parameter latest: what a new listener hears first; nil: it hears only what is sent from then on.
    init(latest: Value? = nil) { state = Mutex(State(latest: latest)) }

    func send(_ value: Value, unlessLatest: Bool = false) {
        state.withLock { state in
            if unlessLatest, state.latest == value { return }
            if state.latest != nil { state.latest = value }
            for listener in state.listeners.values { listener.yield(value) }
        }
    }

    func values() -> AsyncStream<Value> {
        let (stream, continuation) = AsyncStream.makeStream(of: Value.self)
        let id = state.withLock { state in
            if let latest = state.latest { continuation.yield(latest) }
            state.listenersEver += 1
            state.listeners[state.listenersEver] = continuation
            return state.listenersEver
        }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { _ = $0.listeners.removeValue(forKey: id) }
        }
        return stream
    }
}
