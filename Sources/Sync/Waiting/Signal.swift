/// Something happened: as many times as it may have been said before it is heard, it is heard once.
final class Signal: Sendable {
    let occurrences: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (occurrences, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    func fire() { continuation.yield() }
}

/// Fires a signal later; setting it again replaces the time set before.
struct Alarm: ~Copyable {
    private let signal: Signal
    private var task: Task<Void, Never>?

    init(firing signal: Signal) { self.signal = signal }

    mutating func set(at instant: ContinuousClock.Instant?) {
        task?.cancel()
        task = instant.map { instant in
            Task { [signal] in
                if (try? await Task.sleep(until: instant, clock: .continuous)) != nil { signal.fire() }
            }
        }
    }

    deinit { task?.cancel() }
}
