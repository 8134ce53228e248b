package import Core

package struct PINEntry: Hashable, Sendable {
    package enum Purpose: Hashable, Sendable {
        case session
        case seal(Registration)
    }

    package enum Problem: Hashable, Sendable {
        case wrong(triesLeft: Int)
        case blocked
    }

    /// PIV, NIST SP 800-73-4 part 2, 2.4.3: six to eight digits.
    package static let lengths = 6...8

    package let purpose: Purpose
    package let certificate: CertificateFound
    /// Nil until the card has told it for this entry.
    package var triesLeft: Int?
    package let pin = Secret()
    package var problem: Problem?
    package var asksBeforeLastTry = false
    /// Which digit stands on which key.
    package let order: [Int]

    package var isBlocked: Bool { problem == .blocked || triesLeft == 0 }
}
