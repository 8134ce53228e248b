package import Foundation

/// 收件凭证: that the sealed application stands in the kiosk and goes to the store. Made by the kiosk itself while the
/// store cannot be reached; it carries no number, for only the store gives one.
package struct FilingReceipt: Hashable, Sendable, Codable {
    package let applicationID: ApplicationID
    package let kind: RegistrationKind
    package let applicantName: String
    package let maskedIDNumber: String
    package let enterprise: Enterprise
    package let sealedAt: Date
    /// The sealed form, by its content: what was handed in can be proved.
    package let form: PaperDigest
    package let materials: [String]
    /// The hall where it was handed in, as the kiosk's settings name it.
    package let hall: String

    package init(
        applicationID: ApplicationID, kind: RegistrationKind, applicantName: String, maskedIDNumber: String,
        enterprise: Enterprise, sealedAt: Date, form: PaperDigest, materials: [String], hall: String
    ) {
        self.applicationID = applicationID
        self.kind = kind
        self.applicantName = applicantName
        self.maskedIDNumber = maskedIDNumber
        self.enterprise = enterprise
        self.sealedAt = sealedAt
        self.form = form
        self.materials = materials
        self.hall = hall
    }

    /// - Parameter paper: the sealed form that waits in the outbox. Nil for any other paper, or without an employer.
    package init?(_ registration: Registration, sealed paper: SignedPaper, hall: String) {
        guard paper.kind == .sealedForm, !paper.isVoid, let enterprise = registration.form.enterprise else {
            return nil
        }
        self.init(
            applicationID: registration.id, kind: registration.kind,
            applicantName: registration.applicant.identity.name,
            maskedIDNumber: registration.applicant.identity.number.masked, enterprise: enterprise,
            sealedAt: paper.signedAt, form: paper.digest, materials: registration.form.materials, hall: hall)
    }
}

extension FilingReceipt: Discreet {
    package var description: String { "filing receipt of \(applicationID)" }
}
