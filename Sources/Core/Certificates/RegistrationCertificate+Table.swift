extension RegistrationCertificate {
    /// Why an event was not applied. Nothing has changed then.
    package enum Refusal: Error, Hashable, Sendable, Codable {
        case notPossible(event: CertificateEvent.Name, state: CertificateState)
        case notYours(role: Actor.Role, event: CertificateEvent.Name)
        case otherEnterprise
        /// The register does not hold another name yet: it must be changed there first (manual, rename 1).
        case sameName
        case expired(on: CivilDate)
    }

    /// The table of the machine: nil where the event is not possible.
    package static func destination(
        from state: CertificateState, on event: CertificateEvent.Name
    ) -> CertificateState? {
        switch (state, event) {
        case (.paper, .exchange): .issued
        case (.issued, .collect), (.renamed, .collect): .collected
        // Who has not collected yet collects once, under the new name.
        case (.paper, .rename): .paper
        case (.issued, .rename): .issued
        case (.collected, .rename), (.renamed, .rename): .renamed
        case (.paper, .renew), (.issued, .renew), (.collected, .renew), (.renamed, .renew): .issued
        case (.paper, .cancel), (.issued, .cancel), (.collected, .cancel), (.renamed, .cancel): .void
        case (.paper, _), (.issued, _), (.collected, _), (.renamed, _), (.void, _): nil
        }
    }
}

extension CertificateEvent.Name {
    /// Not a renewal: 行政许可法 50 lets it be approved after the term when it was asked for in time. Not a
    /// cancellation: 行政许可法 70 wants one for an expired registration too.
    var needsValidTerm: Bool {
        switch self {
        case .exchange, .collect, .rename: true
        case .renew, .cancel: false
        }
    }
}
