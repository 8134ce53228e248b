/// Which applications a person may start today. Asked by the store for its session and again when a form is filed.
package struct Eligibility: Hashable, Sendable, Codable {
    package var window: RenewalWindow

    package init(window: RenewalWindow = RenewalWindow()) { self.window = window }

    /// What the store knows of a person.
    package struct Standing: Hashable, Sendable {
        /// The application that is under way, if any; at most one may be.
        package let open: OpenApplication?
        /// The newest certificate, in whatever state.
        package let certificate: RegistrationCertificate?

        package struct OpenApplication: Hashable, Sendable {
            package let kind: RegistrationKind
            package let state: RegistrationState

            package init(kind: RegistrationKind, state: RegistrationState) {
                self.kind = kind
                self.state = state
            }
        }

        package init(open: OpenApplication?, certificate: RegistrationCertificate?) {
            self.open = open
            self.certificate = certificate
        }

        /// - Parameter applications: newest first, as lists have them.
        package init(applications: [ApplicationStatus], certificate: RegistrationCertificate?) {
            let open = applications.first { $0.state.isOpen }
            self.init(open: open.map { .init(kind: $0.kind, state: $0.state) }, certificate: certificate)
        }
    }

    /// Every kind, in the order of the choice screen, offered or with the reason why not.
    package func offers(for standing: Standing, on today: CivilDate) -> [KindOffer] {
        RegistrationKind.allCases.map { offer($0, for: standing, on: today) }
    }

    package func offer(_ kind: RegistrationKind, for standing: Standing, on today: CivilDate) -> KindOffer {
        // Manual, initial registration 2: finish the application that is under way first.
        if let open = standing.open {
            return KindOffer(kind: kind, reason: .applicationOpen(open.kind, state: open.state))
        }
        let certificate = standing.certificate.flatMap { $0.state == .void ? nil : $0 }
        switch kind {
        case .initial: return initial(certificate, on: today)
        case .renewal: return renewal(certificate, on: today)
        case .cancellation: return cancellation(certificate, on: today)
        }
    }

    private func initial(_ certificate: RegistrationCertificate?, on today: CivilDate) -> KindOffer {
        guard let certificate else { return KindOffer(kind: .initial, reason: nil) }
        return certificate.isExpired(on: today)
            ? KindOffer(kind: .initial, reason: nil, notice: .educationProofRequired(expired: certificate.validThrough))
            : KindOffer(kind: .initial, reason: .alreadyRegistered(until: certificate.validThrough))
    }

    private func renewal(_ certificate: RegistrationCertificate?, on today: CivilDate) -> KindOffer {
        guard let certificate else { return KindOffer(kind: .renewal, reason: .notRegistered) }
        let expiry = certificate.validThrough
        return switch window.position(of: today, expiry: expiry) {
        case .notYetOpen(let opens): KindOffer(kind: .renewal, reason: .renewalNotYetOpen(opens: opens))
        case .open: KindOffer(kind: .renewal, reason: nil)
        case .closing: KindOffer(kind: .renewal, reason: nil, notice: .renewalCloses(on: expiry))
        case .closed: KindOffer(kind: .renewal, reason: .registrationExpired(on: expiry))
        }
    }

    private func cancellation(_ certificate: RegistrationCertificate?, on today: CivilDate) -> KindOffer {
        guard let certificate else { return KindOffer(kind: .cancellation, reason: .notRegistered) }
        return certificate.isExpired(on: today)
            ? KindOffer(kind: .cancellation, reason: .registrationExpired(on: certificate.validThrough))
            : KindOffer(kind: .cancellation, reason: nil)
    }
}
