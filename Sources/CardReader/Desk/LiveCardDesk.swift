package import Core
package import Foundation

/// The cards of the kiosk through pcscd. It comes back by itself after pcscd, a reader or a card went away: every
/// operation connects anew.
package actor LiveCardDesk: CardDesk {
    private let binding: ReaderBinding
    private let patience: Duration
    private let identityStation: CardStation
    private let enterpriseStation: CardStation
    private var monitor: ReaderMonitor?

    /// - Parameter patience: after this long an operation is given up as timed out.
    package init(binding: ReaderBinding, patience: Duration = .seconds(8)) {
        self.init(binding: binding, patience: patience) { role throws(TransportFault) in
            try PCSCTransport.connect { binding.reader(for: role, among: $0) }
        }
    }

    init(binding: ReaderBinding, patience: Duration, connect: @escaping CardStation.Connect) {
        self.binding = binding
        self.patience = patience
        identityStation = CardStation(role: .identity, connect: connect)
        enterpriseStation = CardStation(role: .enterprise, connect: connect)
    }

    package func events() -> AsyncStream<CardEvent> {
        let monitor = monitor ?? ReaderMonitor()
        self.monitor = monitor
        let (stream, continuation) = AsyncStream.makeStream(of: CardEvent.self)
        let task = Task { [binding] in
            var events = CardEvents(binding: binding)
            for await snapshot in monitor.snapshots() {
                for event in events.observe(snapshot) { continuation.yield(event) }
            }
            continuation.finish()
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }

    package func readIdentity() async throws(CardFault) -> IdentityRecord {
        try await Deadline.run(patience, else: .timedOut(.identity)) { [identityStation] in
            await identityStation.identity()
        }
    }

    package func enterpriseCertificate(_ key: EnterpriseKey) async throws(CardFault) -> Data {
        try await certificate(key.slot)
    }

    package func staffCertificate() async throws(CardFault) -> Data { try await certificate(.cardAuthentication) }

    package func signAsStaff(_ digest: Data) async throws(CardFault) -> Data {
        let digest = [UInt8](digest)
        let bytes = try await Deadline.run(patience, else: .timedOut(.enterprise)) { [enterpriseStation] in
            await enterpriseStation.signAsCard(digest)
        }
        return Data(bytes)
    }

    private func certificate(_ slot: PIVSlot) async throws(CardFault) -> Data {
        let bytes = try await Deadline.run(patience, else: .timedOut(.enterprise)) { [enterpriseStation] in
            await enterpriseStation.certificate(slot)
        }
        return Data(bytes)
    }

    package func pinTriesLeft() async throws(CardFault) -> Int {
        try await Deadline.run(patience, else: .timedOut(.enterprise)) { [enterpriseStation] in
            await enterpriseStation.triesLeft()
        }
    }

    package func sign(
        _ digest: Data, with key: EnterpriseKey, pin: Secret
    ) async throws(CardFault) -> Data {
        // The worker erases its own copy, even when nobody waits for it any more.
        let (digest, pin) = ([UInt8](digest), pin.copy())
        let bytes = try await Deadline.run(patience, else: .timedOut(.enterprise)) { [enterpriseStation] in
            await enterpriseStation.sign(digest, key, pin: pin)
        }
        return Data(bytes)
    }
}
