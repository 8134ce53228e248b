/// A model of a card: what it answers, whoever asks. It keeps its state while it lies in a pocket.
package protocol VirtualCard: AnyObject, Sendable {
    /// Nil for a card that stays silent when it is powered.
    var atr: [UInt8]? { get }
    /// Power or reset: what the card holds in memory is lost, its PIN counter is not.
    func reset()
    func answer(_ command: [UInt8]) -> CardReaction
}

package enum CardReaction: Hashable, Sendable {
    case answer([UInt8])
    /// The card is pulled out of the reader before it answers.
    case pulled
    /// It never answers, and stays where it is.
    case hang
}
