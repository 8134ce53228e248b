// Faults by layer. `FaultAdvice` turns each into a code, what the applicant reads, what staff do and what a
// technician sees; a new case does not compile until it has advice.

package enum CardFault: Error, Hashable, Sendable {
    /// pcscd does not answer.
    case serviceDown
    case readerMissing(ReaderRole)
    case noCard(ReaderRole)
    /// Pulled while it was being read or used.
    case removed(ReaderRole)
    /// Present and silent.
    case mute(ReaderRole)
    /// Not a card that this kiosk knows.
    case unknownCard(ReaderRole)
    /// The content makes no sense: a bad number, an impossible date.
    case unreadable(ReaderRole)
    case busy(ReaderRole)
    case timedOut(ReaderRole)
    case wrongPIN(triesLeft: Int)
    case pinBlocked
    /// Any other answer of the card; the status word is for the technician.
    case refused(ReaderRole, statusWord: UInt16)
}

package enum StoreFault: Error, Hashable, Sendable {
    case unreachable
    /// The store does not know this kiosk's certificate.
    case notEnrolled
    case sessionEnded
    case wrongCode(triesLeft: Int)
    case codeExpired
    /// Too many codes asked for; again after this many seconds.
    case tooManyCodes(retryAfter: Int)
    case enterpriseUnknown
    /// Chain, validity, revocation or key possession: why the enterprise's certificate is not accepted.
    case certificateRejected(CertificateFinding)
    case notFound
    /// The session's role does not allow it.
    case notPermitted
    /// The store's own fault; the reference finds it in its log.
    case internalError(reference: String)
    /// An answer that this program does not understand: versions differ.
    case misunderstood
}

package enum CertificateFinding: String, Error, Hashable, Sendable, Codable, CaseIterable {
    case untrusted, expired, notYetValid, revoked, keyNotProved, noCreditCode, unreadable
}

package enum PrinterFault: Error, Hashable, Sendable {
    case outOfPaper
    case jam
    case coverOpen
    case outOfInk
    case unreachable
    /// cupsd does not answer.
    case serviceDown
    case stopped
    case other(keyword: String)
}

package enum StorageFault: Error, Hashable, Sendable {
    case full
    case damaged
    case unavailable
    /// The key does not open what is stored.
    case keyMismatch
    /// A later version of the program has written the file, and this one would spoil it.
    case newer
}
