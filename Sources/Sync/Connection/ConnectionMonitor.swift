/// Tells everyone who asks whether the store answers.
final class ConnectionMonitor: Sendable {
    private let state = Broadcast<Bool>(latest: true)

    func report(isReachable: Bool) { state.send(isReachable, unlessLatest: true) }
    func states() -> AsyncStream<Bool> { state.values() }
}
