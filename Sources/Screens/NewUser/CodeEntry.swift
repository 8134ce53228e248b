package import Core
package import Foundation

/// A verification code that came by SMS.
package struct CodeEntry: Hashable, Sendable {
    package enum Purpose: Hashable, Sendable {
        case phone(PhoneNumber)
        case signing(FormPreview)
    }

    package enum Problem: Hashable, Sendable {
        case wrong(triesLeft: Int)
        case expired
        case noTriesLeft
    }

    package static let length = 6

    package let purpose: Purpose
    package var ticket: CodeTicket?
    package let code = Secret()
    package var problem: Problem?
    /// No new code before this instant, by the store's word.
    package var resendAfter: Date?
}
