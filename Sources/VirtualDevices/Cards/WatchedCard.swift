import Synchronization

/// Another card, with somebody who is told right after it has sealed: what happens next in the hall happens exactly
/// between the seal and its way to the store.
package final class WatchedCard: VirtualCard {
    private let card: any VirtualCard
    private let afterSeal: @Sendable () -> Void

    package init(_ card: any VirtualCard, afterSeal: @escaping @Sendable () -> Void) {
        self.card = card
        self.afterSeal = afterSeal
    }

    package var atr: [UInt8]? { card.atr }
    package func reset() { card.reset() }

    package func answer(_ command: [UInt8]) -> CardReaction {
        let reaction = card.answer(command)
        // SP 800-73-4 part 2, 3.2.4: GENERAL AUTHENTICATE is INS 87, with the key in P2; a chain's last part has no
        // bit 10 in its class.
        if command.count > 4, command[0] & 0x10 == 0, command[1] == 0x87, command[3] == 0x9C { afterSeal() }
        return reaction
    }
}
