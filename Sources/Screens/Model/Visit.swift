package import Core

/// Who is being served. Ending a visit replaces this value, and nothing of it stands anywhere else.
package enum Visit: Hashable, Sendable {
    case none
    case applicant(ApplicantVisit)
    case enterprise(EnterpriseVisit)
    /// A staff card: nobody is being served.
    case corner(CornerVisit)
}

package struct ApplicantVisit: Hashable, Sendable {
    package let identity: IdentityRecord
    package var session: ApplicantSession
    /// The store's photo of the person, named by its content.
    package var photo: FileReference?
    package var photoLook = PhotoLook.none
    package var applications: [ApplicationStatus]
    /// Nil until they were asked for.
    package var certificates: [RegistrationCertificate]?
    /// Written through to the kiosk's memory at every change.
    package var draft: Draft?
    /// Survives going back from the code to the number.
    package var phoneDigits = ""

    /// The employer has a new name, and the certificate that says so has not been collected.
    package var mustCollectAgain: Bool {
        certificates?.contains { $0.state == .renamed } ?? (session.certificate?.state == .renamed)
    }

    package var applicant: Applicant? {
        session.phone.map { Applicant(identity: identity, phone: $0) }
    }

    /// What the session's offer says, unless an application was opened since.
    package func offer(of kind: RegistrationKind) -> KindOffer {
        if let open = applications.first(where: { $0.state.isOpen }) {
            return KindOffer(kind: kind, reason: .applicationOpen(open.kind, state: open.state))
        }
        return session.offers.first { $0.kind == kind } ?? KindOffer(kind: kind, reason: .notRegistered)
    }
}

package struct EnterpriseVisit: Hashable, Sendable {
    package var session: EnterpriseSession
    package let certificate: CertificateFound
    package var applications: [ApplicationStatus]
    /// What the list of confirmed applications is searched by; nil while the other list is the one to go back to.
    package var confirmedSearch: String?

    package var pending: [ApplicationStatus] { applications.filter { $0.state == .personallySigned } }

    /// 企业已确认
    package var confirmed: [ApplicationStatus] { applications.filter { $0.state.isConfirmed } }

    /// Signed once, and now the applicant's to change, or taken back.
    package var withApplicant: [ApplicationStatus] {
        applications.filter { $0.state != .personallySigned && !$0.state.isConfirmed }
    }
}

extension Visit {
    package var applications: [ApplicationStatus] {
        switch self {
        case .none, .corner: []
        case .applicant(let visit): visit.applications
        case .enterprise(let visit): visit.applications
        }
    }

    package var token: SessionToken? {
        switch self {
        case .none: nil
        case .applicant(let visit): visit.session.token
        case .enterprise(let visit): visit.session.token
        case .corner(let visit): visit.admission.token
        }
    }

    var draft: Draft? {
        if case .applicant(let visit) = self { visit.draft } else { nil }
    }

    package func application(_ id: ApplicationID) -> ApplicationStatus? { applications.first { $0.id == id } }

    /// Takes over newer states; the feed speaks of everybody whose application this kiosk has filed, so whatever is
    /// not this visit's own is left out.
    mutating func note(_ changes: [ApplicationStatus]) {
        switch self {
        case .none, .corner: break
        case .applicant(var visit):
            visit.applications.update(with: changes) { _ in false }
            self = .applicant(visit)
        case .enterprise(var visit):
            let code = visit.session.enterprise.code
            visit.applications.update(with: changes) { $0.enterprise?.code == code && $0.state.isWithEnterprise }
            self = .enterprise(visit)
        }
    }

    /// The store's word on an application of this visit, which may be a new one.
    mutating func record(_ status: ApplicationStatus) {
        switch self {
        case .none, .corner: break
        case .applicant(var visit):
            visit.applications.update(with: [status]) { _ in true }
            self = .applicant(visit)
        case .enterprise(var visit):
            visit.applications.update(with: [status]) { _ in true }
            self = .enterprise(visit)
        }
    }

    mutating func replaceApplications(_ applications: [ApplicationStatus]) {
        switch self {
        case .none, .corner: break
        case .applicant(var visit):
            visit.applications = applications
            self = .applicant(visit)
        case .enterprise(var visit):
            visit.applications = applications
            self = .enterprise(visit)
        }
    }
}

extension RegistrationState {
    /// The employer has sealed it, and nothing has voided the seal but the office's wish for a correction.
    var isConfirmed: Bool {
        switch self {
        case .draft, .saved, .personallySigned, .returnedByEnterprise, .withdrawn: false
        case .sealed, .correctionRequired, .notAccepted, .accepted, .inReview, .approved, .refused, .collected,
            .cancelled:
            true
        }
    }

    /// The enterprise sees an application from the personal signature on.
    var isWithEnterprise: Bool {
        switch self {
        case .draft, .saved, .returnedByEnterprise, .correctionRequired, .withdrawn: false
        case .personallySigned, .sealed, .notAccepted, .accepted, .inReview, .approved, .refused, .collected,
            .cancelled:
            true
        }
    }
}

extension [ApplicationStatus] {
    /// Newest first stays newest first: a new one goes to the front.
    fileprivate mutating func update(with changes: [ApplicationStatus], adding belongs: (ApplicationStatus) -> Bool) {
        for change in changes {
            if let index = firstIndex(where: { $0.id == change.id }) {
                if change.revision >= self[index].revision { self[index] = change }
            } else if belongs(change) {
                insert(change, at: 0)
            }
        }
    }
}
