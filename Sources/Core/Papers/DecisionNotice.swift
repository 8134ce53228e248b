/// What the office says of a sealed application that it does not accept: 补正告知书 or 不予受理通知书.
package struct DecisionNotice: Hashable, Sendable, Codable {
    package let applicationID: ApplicationID
    package let kind: RegistrationKind
    package let applicantName: String
    package let maskedIDNumber: String
    package let enterprise: Enterprise
    package let issuedOn: CivilDate
    package let decision: Decision
    package let office: AcceptanceNotice.Office

    package enum Decision: Hashable, Sendable, Codable {
        /// The whole list of what has to be mended, told at once (行政许可法 32 (4)).
        case correction(items: [String])
        /// With the reason; the paper says what the person may do against it (行政许可法 32 and 38).
        case nonAcceptance(reason: String)
    }

    package init(
        applicationID: ApplicationID, kind: RegistrationKind, applicantName: String, maskedIDNumber: String,
        enterprise: Enterprise, issuedOn: CivilDate, decision: Decision, office: AcceptanceNotice.Office
    ) {
        self.applicationID = applicationID
        self.kind = kind
        self.applicantName = applicantName
        self.maskedIDNumber = maskedIDNumber
        self.enterprise = enterprise
        self.issuedOn = issuedOn
        self.decision = decision
        self.office = office
    }

    /// Nil unless the application waits for its correction, or was not accepted.
    package init?(_ registration: Registration, office: AcceptanceNotice.Office) {
        guard let enterprise = registration.form.enterprise, let step = registration.decisionStep,
            let decision = Decision(step)
        else { return nil }
        self.init(
            applicationID: registration.id, kind: registration.kind,
            applicantName: registration.applicant.identity.name,
            maskedIDNumber: registration.applicant.identity.number.masked, enterprise: enterprise,
            issuedOn: CivilDate(shanghai: step.at), decision: decision, office: office)
    }

    package var name: PaperName {
        switch decision {
        case .correction: .correctionNotice
        case .nonAcceptance: .nonAcceptanceNotice
        }
    }
}

extension DecisionNotice.Decision {
    fileprivate init?(_ step: Registration.Transition) {
        if let items = step.items {
            self = .correction(items: items)
        } else if let reason = step.reason {
            self = .nonAcceptance(reason: reason)
        } else {
            return nil
        }
    }
}

extension Registration {
    /// The step by which the office has decided, as long as that decision stands.
    package var decisionStep: Registration.Transition? {
        switch state {
        case .correctionRequired: history.last { $0.event == .requireCorrection }
        case .notAccepted: history.last { $0.event == .declineAcceptance }
        case .draft, .saved, .personallySigned, .returnedByEnterprise, .sealed, .accepted, .inReview, .approved,
            .refused, .collected, .withdrawn, .cancelled:
            nil
        }
    }
}

extension DecisionNotice: Discreet {
    package var description: String { "\(name.rawValue) of \(applicationID)" }
}
