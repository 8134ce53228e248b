/// The way to one card: through pcscd, or straight to a model of a card in tests.
///
/// Calls block; they belong on an actor with a `QueueExecutor`. They are not async so that nothing can come between
/// the commands of one transaction.
package protocol CardTransport: AnyObject {
    var atr: [UInt8] { get }
    var cardProtocol: CardProtocol { get }
    /// One command, one answer of at least two bytes.
    func transmit(_ command: [UInt8]) throws(TransportFault) -> [UInt8]
    /// Forgets what the card holds in its memory, a verified PIN above all.
    func reset() throws(TransportFault)
    /// Until `close`, nobody else gets a word in; if this program dies meanwhile, pcscd resets the card.
    func beginTransaction() throws(TransportFault)
    func close(_ disposition: CardDisposition)
}

/// What becomes of the card when we let go of it.
package enum CardDisposition: Hashable, Sendable {
    case leave
    /// Measured: a card that is only left stays verified for the next process.
    case reset
}

/// What can go wrong between program and card, before any answer of the card.
package enum TransportFault: Error, Hashable, Sendable {
    case serviceDown
    case readerMissing
    case noCard
    case removed
    case mute
    case busy
}
