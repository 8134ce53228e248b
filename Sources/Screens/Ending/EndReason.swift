package import Core

package enum EndReason: Hashable, Sendable {
    case byPerson
    case cardRemoved(ReaderRole)
    case idle
    /// Another card lies where the session's card was.
    case otherCard
    /// The reader went away and did not come back with the card.
    case readerLost
    /// The store ended the session and it could not be opened again.
    case sessionEnded
}
