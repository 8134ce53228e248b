/// A hand at one reader: lays a virtual card on it, and takes it away.
package protocol CardHand: AnyObject, Sendable {
    /// The card on the reader.
    var card: (any VirtualCard)? { get }
    /// Commands that reached a card so far.
    var commands: Int { get }
    /// Since the card was laid on; nil before its first command, and where nobody keeps it.
    var exchange: VPCDHand.Exchange? { get }

    /// Lays a card on; one that lies there is taken away first.
    func insert(_ card: any VirtualCard)
    func remove()
}

extension VPCDHand: CardHand {}
