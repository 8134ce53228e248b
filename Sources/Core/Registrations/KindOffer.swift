/// One kind of application as the choice screen shows it: offered, or disabled with the reason beside it.
package struct KindOffer: Hashable, Sendable, Codable {
    package let kind: RegistrationKind
    /// Nil: offered.
    package let reason: Reason?

    package enum Reason: Hashable, Sendable, Codable {
        case applicationOpen(RegistrationKind, state: RegistrationState)
        case notRegistered
        case alreadyRegistered(until: CivilDate)
        case renewalNotYetOpen(opens: CivilDate)
        case registrationExpired(on: CivilDate)
    }

    package init(kind: RegistrationKind, reason: Reason?) {
        self.kind = kind
        self.reason = reason
    }

    package var isOffered: Bool { reason == nil }
}
