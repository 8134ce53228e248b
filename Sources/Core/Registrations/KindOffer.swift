/// One kind of application as the choice screen shows it: offered, or disabled with the reason beside it.
package struct KindOffer: Hashable, Sendable, Codable {
    package let kind: RegistrationKind
    /// Nil: offered.
    package let reason: Reason?
    /// What the person should know before starting an offered one.
    package let notice: Notice?

    package enum Reason: Hashable, Sendable, Codable {
        case applicationOpen(RegistrationKind, state: RegistrationState)
        case notRegistered
        case alreadyRegistered(until: CivilDate)
        case renewalNotYetOpen(opens: CivilDate)
        case registrationExpired(on: CivilDate)
    }

    package enum Notice: Hashable, Sendable, Codable {
        /// The last days of the renewal window.
        case renewalCloses(on: CivilDate)
        /// Initial registration after an expired one: with education hours and their proof.
        case educationProofRequired(expired: CivilDate)
    }

    package init(kind: RegistrationKind, reason: Reason?, notice: Notice? = nil) {
        self.kind = kind
        self.reason = reason
        self.notice = notice
    }

    package var isOffered: Bool { reason == nil }
}
