/// 补正告知书: the whole list of what has to be mended, told at once (行政许可法 32 (4)).
package struct CorrectionNotice: Hashable, Sendable, Codable {
    package let applicationID: ApplicationID
    package let kind: RegistrationKind
    package let applicantName: String
    package let maskedIDNumber: String
    package let enterprise: Enterprise
    package let issuedOn: CivilDate
    package let items: [String]
    package let office: AcceptanceNotice.Office

    package init(
        applicationID: ApplicationID, kind: RegistrationKind, applicantName: String, maskedIDNumber: String,
        enterprise: Enterprise, issuedOn: CivilDate, items: [String], office: AcceptanceNotice.Office
    ) {
        self.applicationID = applicationID
        self.kind = kind
        self.applicantName = applicantName
        self.maskedIDNumber = maskedIDNumber
        self.enterprise = enterprise
        self.issuedOn = issuedOn
        self.items = items
        self.office = office
    }

    /// Nil unless the application waits for its correction.
    package init?(_ registration: Registration, office: AcceptanceNotice.Office) {
        guard registration.state == .correctionRequired, let enterprise = registration.form.enterprise,
            let step = registration.history.last(where: { $0.event == .requireCorrection }), let items = step.items
        else { return nil }
        self.init(
            applicationID: registration.id, kind: registration.kind,
            applicantName: registration.applicant.identity.name,
            maskedIDNumber: registration.applicant.identity.number.masked, enterprise: enterprise,
            issuedOn: CivilDate(shanghai: step.at), items: items, office: office)
    }
}

extension CorrectionNotice: Discreet {
    package var description: String { "correction of \(applicationID): \(items.count) items" }
}
