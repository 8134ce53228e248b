package import CardReader

/// Straight to a virtual card, without pcscd in between.
package final class DirectTransport: CardTransport {
    package let atr: [UInt8]
    package let cardProtocol: CardProtocol
    private let card: any VirtualCard
    private var isGone = false

    package init(_ card: any VirtualCard, cardProtocol: CardProtocol = .t1) throws(TransportFault) {
        guard let atr = card.atr else { throw .mute }
        self.card = card
        self.atr = atr
        self.cardProtocol = cardProtocol
    }

    package func transmit(_ command: [UInt8]) throws(TransportFault) -> [UInt8] {
        guard !isGone else { throw .removed }
        switch card.answer(command) {
        case .answer(let bytes): return bytes
        case .pulled:
            isGone = true
            throw .removed
        case .hang: throw .mute
        }
    }

    package func reset() { card.reset() }
    package func beginTransaction() {}
    package func close(_ disposition: CardDisposition) { if disposition == .reset { card.reset() } }
}
