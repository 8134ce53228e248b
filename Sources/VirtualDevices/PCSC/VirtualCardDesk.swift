package import CardReader
package import Core

/// The readers of the virtual hall: a private pcscd, and a hand for each role's reader.
package final class VirtualCardDesk: Sendable {
    package let daemon: PrivatePCSCD
    private let identityHand: VPCDHand
    private let enterpriseHand: VPCDHand

    /// Starts pcscd with its files in `directory`.
    package static func start(in directory: RunDirectory) async throws -> VirtualCardDesk {
        let desk = VirtualCardDesk(
            daemon: try PrivatePCSCD(in: directory, readers: [binding.identity, binding.enterprise]))
        try await desk.daemon.start()
        return desk
    }

    private init(daemon: PrivatePCSCD) {
        self.daemon = daemon
        identityHand = VPCDHand(port: daemon.ports[0])
        enterpriseHand = VPCDHand(port: daemon.ports[1])
    }

    /// Reader names for the kiosk's settings.
    package static let binding = ReaderBinding(identity: "Hall Identity", enterprise: "Hall Enterprise")

    /// Lays a card on the role's reader; one that lies there is taken away.
    package func place(_ card: any VirtualCard, on role: ReaderRole) { hand(role).insert(card) }
    package func takeAway(from role: ReaderRole) { hand(role).remove() }
    package func card(on role: ReaderRole) -> (any VirtualCard)? { hand(role).card }
    /// Commands that reached cards on this reader so far.
    package func commands(on role: ReaderRole) -> Int { hand(role).commands }

    package func stop() async {
        for role in ReaderRole.allCases { takeAway(from: role) }
        await daemon.stop()
    }

    private func hand(_ role: ReaderRole) -> VPCDHand {
        switch role {
        case .identity: identityHand
        case .enterprise: enterpriseHand
        }
    }
}
