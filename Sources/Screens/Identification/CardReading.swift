package import Core
package import Foundation

/// Waiting for a card, reading it, or why it could not be read. Both readers.
package struct CardReading: Hashable, Sendable {
    package enum Phase: Hashable, Sendable {
        /// Back to the welcome screen at this instant.
        case awaitingCard(until: Date)
        /// The card of an earlier visit is still there; it must go before another person is served.
        case forgottenCard(until: Date)
        case reading
        case failed(CardFault, until: Date)
        /// The enterprise's certificate is past its day.
        case expired(CertificateFound, until: Date)
    }

    package var phase: Phase
}
