import Core

/// The card of one role. One operation at a time, on a thread of its own, because every call to a card blocks.
actor CardStation {
    /// Opens the way to the card of a role.
    typealias Connect = @Sendable (ReaderRole) throws(TransportFault) -> sending any CardTransport

    private let role: ReaderRole
    private let connect: Connect
    private let executor: QueueExecutor

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(role: ReaderRole, connect: @escaping Connect) {
        self.role = role
        self.connect = connect
        executor = QueueExecutor(label: "card-\(role.rawValue)")
    }

    func identity() -> Result<IdentityRecord, CardFault> {
        // No reset: it holds no PIN, and a reader may not find the card again until it was lifted.
        perform(ending: .leave) { session throws(CardFault) in try IdentityCardProfile(session).read() }
    }

    func certificate(_ slot: PIVSlot) -> Result<[UInt8], CardFault> {
        performPIV { profile throws(CardFault) in try profile.certificate(slot) }
    }

    func triesLeft() -> Result<Int, CardFault> {
        performPIV { profile throws(CardFault) in try profile.triesLeft() }
    }

    func signAsCard(_ digest: [UInt8]) -> Result<[UInt8], CardFault> {
        performPIV { profile throws(CardFault) in try profile.signAsCard(digest) }
    }

    func sign(_ digest: [UInt8], _ key: EnterpriseKey, pin: Secret) -> Result<[UInt8], CardFault> {
        defer { pin.erase() }
        return performPIV { profile throws(CardFault) in try profile.sign(digest, with: key, pin: pin) }
    }

    /// Begins with a reset, because the card may come verified from somebody else, and ends with one.
    private func performPIV<Value>(
        _ body: (PIVProfile) throws(CardFault) -> Value
    ) -> Result<Value, CardFault> {
        perform(ending: .reset) { session throws(CardFault) in
            try session.reset()
            try session.beginTransaction()
            return try body(PIVProfile(session))
        }
    }

    private func perform<Value>(
        ending disposition: CardDisposition, _ body: (CardSession) throws(CardFault) -> Value
    ) -> Result<Value, CardFault> {
        // Given up by the watchdog while waiting behind another operation.
        guard !Task.isCancelled else { return .failure(.timedOut(role)) }
        let transport: any CardTransport
        do throws(TransportFault) { transport = try connect(role) } catch { return .failure(error.fault(at: role)) }
        defer { transport.close(disposition) }
        do throws(CardFault) {
            return .success(try body(CardSession(transport, role: role)))
        } catch { return .failure(error) }
    }
}
