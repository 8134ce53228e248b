package import Core

package enum EndReason: Hashable, Sendable {
    case byPerson
    case cardRemoved(ReaderRole)
    case idle
    /// Another card lies where the session's card was.
    case otherCard
    /// The reader went away and did not come back with the card.
    case readerLost
}
