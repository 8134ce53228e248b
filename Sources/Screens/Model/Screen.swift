package import Core

/// What is on the screen: one task each, with what belongs to that task alone. What outlives a screen stands in the
/// visit.
package enum Screen: Hashable, Sendable {
    case welcome
    case privacyNotice
    case cardReading(CardReading)
    case identityReview(IdentityReview)
    case phoneEntry(PhoneEntry)
    case codeEntry(CodeEntry)
    case signaturePad(SignaturePad)
    case applicationList
    case kindChoice(KindChoice)
    case changeGuide
    case form(FormPage)
    case enterpriseName(EnterpriseName)
    case enterprisePhone(EnterprisePhone)
    case educationHours(EducationHours)
    case wordsEntry(WordsEntry)
    case province(FormPage)
    case qualificationDate(QualificationDate)
    case sourceChoice(SourceChoice)
    case stick(StickPage)
    case fileReview(FileReview)
    case phoneUpload(PhoneUpload)
    case scan(ScanPage)
    case filing(Filing)
    case preview(FormPreview)
    case signed(ApplicationID)
    case detail(ApplicationDetail)
    case certificateReading(CardReading)
    case pinEntry(PINEntry)
    case pendingList
    case confirmedList
    case rename(RenamePage)
    case certificateList
    case certificate(CertificateDesk)
    case takeAlong(TakeAlong)
    case review(FormReview)
    case formReturn(FormReturn)
    case sealed(ApplicationID)
    case printing(Printing)
    case ended(Ended)
    case cornerOpening(StaffCardFound)
    case staff(StaffPage)
    case technician(TechnicianPage)

    /// Stable name of the screen, the id of its root node.
    package var name: String {
        switch self {
        case .welcome: "screen.welcome"
        case .privacyNotice: "screen.privacyNotice"
        case .cardReading: "screen.cardReading"
        case .identityReview: "screen.identityReview"
        case .phoneEntry: "screen.phoneEntry"
        case .codeEntry(let entry):
            switch entry.purpose {
            case .phone: "screen.phoneCode"
            case .signing: "screen.signingCode"
            }
        case .signaturePad: "screen.signaturePad"
        case .applicationList: "screen.applicationList"
        case .kindChoice: "screen.kindChoice"
        case .changeGuide: "screen.changeGuide"
        case .form: "screen.form"
        case .enterpriseName: "screen.enterpriseName"
        case .enterprisePhone: "screen.enterprisePhone"
        case .educationHours: "screen.educationHours"
        case .wordsEntry: "screen.wordsEntry"
        case .province: "screen.province"
        case .qualificationDate: "screen.qualificationDate"
        case .sourceChoice: "screen.sourceChoice"
        case .stick: "screen.stick"
        case .fileReview: "screen.fileReview"
        case .phoneUpload: "screen.phoneUpload"
        case .scan: "screen.scan"
        case .filing: "screen.filing"
        case .preview: "screen.preview"
        case .signed: "screen.signed"
        case .detail: "screen.detail"
        case .certificateReading: "screen.certificateReading"
        case .pinEntry(let entry):
            switch entry.purpose {
            case .session: "screen.pin"
            case .seal: "screen.sealPIN"
            }
        case .pendingList: "screen.pendingList"
        case .confirmedList: "screen.confirmedList"
        case .rename: "screen.rename"
        case .certificateList: "screen.certificateList"
        case .certificate: "screen.certificate"
        case .takeAlong(let page): page.code == nil ? "screen.takeAlong" : "screen.takeByPhone"
        case .review: "screen.review"
        case .formReturn: "screen.formReturn"
        case .sealed: "screen.sealed"
        case .printing: "screen.printing"
        case .ended: "screen.ended"
        case .cornerOpening: "screen.cornerOpening"
        case .staff(let page): page.name
        case .technician(let page): page.name
        }
    }
}
