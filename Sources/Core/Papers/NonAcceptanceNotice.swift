/// 不予受理通知书: with the reason and what the person may do against it (行政许可法 32 and 38).
package struct NonAcceptanceNotice: Hashable, Sendable, Codable {
    package let applicationID: ApplicationID
    package let kind: RegistrationKind
    package let applicantName: String
    package let maskedIDNumber: String
    package let enterprise: Enterprise
    package let issuedOn: CivilDate
    package let reason: String
    package let office: AcceptanceNotice.Office

    package init(
        applicationID: ApplicationID, kind: RegistrationKind, applicantName: String, maskedIDNumber: String,
        enterprise: Enterprise, issuedOn: CivilDate, reason: String, office: AcceptanceNotice.Office
    ) {
        self.applicationID = applicationID
        self.kind = kind
        self.applicantName = applicantName
        self.maskedIDNumber = maskedIDNumber
        self.enterprise = enterprise
        self.issuedOn = issuedOn
        self.reason = reason
        self.office = office
    }

    /// Nil unless the application was not accepted.
    package init?(_ registration: Registration, office: AcceptanceNotice.Office) {
        guard registration.state == .notAccepted, let enterprise = registration.form.enterprise,
            let step = registration.history.last(where: { $0.event == .declineAcceptance }), let reason = step.reason
        else { return nil }
        self.init(
            applicationID: registration.id, kind: registration.kind,
            applicantName: registration.applicant.identity.name,
            maskedIDNumber: registration.applicant.identity.number.masked, enterprise: enterprise,
            issuedOn: CivilDate(shanghai: step.at), reason: reason, office: office)
    }
}

extension NonAcceptanceNotice: Discreet {
    package var description: String { "non-acceptance of \(applicationID)" }
}
