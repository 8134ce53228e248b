package import Core

/// One form, and what 保存 must find in it: in the kiosk and in the store, which both run this table.
package struct FormCase: Sendable {
    package let name: String
    package let form: ApplicationForm
    /// By code, in the order of the fields; none when it may be saved.
    package let problems: [String]

    init(_ name: String, _ form: ApplicationForm, _ problems: String...) {
        self.name = name
        self.form = form
        self.problems = problems
    }
}

/// What both sides know of the person whose forms these are.
package struct KnownRecords: Sendable {
    let enterprise: Enterprise
    let photo: FileReference
    let qualification: QualificationCertificate
    /// PDFs that the store holds, or will be handed before the form.
    let scan: FileReference
    let proof: FileReference
    let today: CivilDate

    package init(
        enterprise: Enterprise, photo: FileReference, qualification: QualificationCertificate, scan: FileReference,
        proof: FileReference, today: CivilDate
    ) {
        self.enterprise = enterprise
        self.photo = photo
        self.qualification = qualification
        self.scan = scan
        self.proof = proof
        self.today = today
    }
}
