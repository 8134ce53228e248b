import Synchronization

/// The ports on which a store can be reached.
struct Listening: Hashable, Sendable {
    let kiosks: Int
    /// Nil where there is no back office.
    let backOffice: Int?
}

/// Tells the ports once all of them are there.
final class ListeningWatch: Sendable {
    private let ports = Mutex<(kiosks: Int?, backOffice: Int?)>((nil, nil))
    private let expectsBackOffice: Bool
    private let started: @Sendable (Listening) -> Void

    init(expectsBackOffice: Bool, _ started: @escaping @Sendable (Listening) -> Void) {
        self.expectsBackOffice = expectsBackOffice
        self.started = started
    }

    func note(kiosks port: Int) { note { $0.kiosks = port } }
    func note(backOffice port: Int) { note { $0.backOffice = port } }

    private func note(_ change: (inout (kiosks: Int?, backOffice: Int?)) -> Void) {
        let listening = ports.withLock { ports -> Listening? in
            change(&ports)
            guard let kiosks = ports.kiosks, !expectsBackOffice || ports.backOffice != nil else { return nil }
            return Listening(kiosks: kiosks, backOffice: ports.backOffice)
        }
        if let listening { started(listening) }
    }
}
