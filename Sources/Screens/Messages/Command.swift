package import Core
package import Foundation
package import Terminal

/// Something for the world to do. The runner carries it out on a port and sends `Message.answer` with the same id.
package struct Command: Hashable, Sendable {
    package let id: CommandID
    package let work: Work

    package init(id: CommandID, work: Work) {
        self.id = id
        self.work = work
    }
}

/// Counts through the life of the program, across sessions, so that a late answer meets nobody else's question.
package struct CommandID: Hashable, Sendable {
    package let number: Int
    package init(_ number: Int) { self.number = number }
}

/// What the runner does, as plain data. A secret is lent: the screens erase it when the answer has come.
package enum Work: Hashable, Sendable {
    // MARK: Cards

    /// → `.identity`
    case readIdentity
    /// The authentication certificate and the tries left, both without a PIN. → `.certificate`, or `.staffCard`
    case readCertificate

    // MARK: Questions to the store

    /// → `.applicantAdmitted`
    case openApplicantSession(IdentityRecord)
    /// → `.codeSent`
    case requestPhoneCode(PhoneNumber, SessionToken)
    /// → `.applicantAdmitted`
    case registerApplicant(CodeTicket.ID, code: Secret, SessionToken)
    /// → `.signatureKept`
    case keepSignature(SignatureMark, SessionToken)
    /// Challenge, signature by the card, session. → `.enterpriseAdmitted`
    case openEnterpriseSession(pin: Secret)
    /// → `.applications`
    case loadApplications(SessionToken)
    /// → `.registration`
    case loadRegistration(ApplicationID, SessionToken)
    /// → `.certificates`
    case loadCertificates(SessionToken)
    /// The signed PDF of a collected certificate, as a picture. → `.typeset`
    case showCertificate(CertificateID, SessionToken)
    /// → `.renameOffer`
    case loadRenameOffer(SessionToken)
    /// → `.enterprise`
    case verifyEnterprise(name: String)
    /// → `.codeSent`
    case requestSigningCode(SessionToken)

    // MARK: The kiosk's memory

    /// → `.draft`
    case openDraft(of: DocumentNumber)
    /// Gives the form a fresh application id and keeps it. → `.draft`
    case beginDraft(ApplicationForm, of: DocumentNumber)
    /// → `.draftKept`
    case keepDraft(Draft, of: DocumentNumber)
    /// The store has what the draft held. → no answer
    case dropDraft(of: DocumentNumber)

    // MARK: Files that people bring

    /// → `.folder`
    case listStick(SourcePath)
    /// Reads a file, looks into it, cuts a photo to size. → `.found`
    case readStick(SourcePath, FilePurpose, AttachmentRules)
    /// Tells when the scanner is no longer in that state, or after a while. → `.scanner`
    case watchScanner(ScannerState?)
    /// One job, behind the pages of earlier ones; `Message.scanned` counts its pages meanwhile. → `.found`
    case scan(FilePurpose, behind: [ScannedPage], AttachmentRules)
    /// → `.found` of the scan that is stopped
    case stopScan
    /// A page for the person's phone. → `.uploadOpened`
    case openUpload(FilePurpose, SessionToken)
    /// Waits for news of it. → `.upload`
    case awaitUpload(UploadTicket.ID, FilePurpose, AttachmentRules, SessionToken)
    /// Keeps a file beside the draft. → `.fileKept`
    case keepFile(FileReference, Data, ApplicationID)

    // MARK: Papers that people take along

    /// Onto the stick, read back and compared. → `.onStick`
    case putOnStick(TakenPaper, SessionToken)
    /// A page from which the person's phone fetches it. → `.uploadOpened`
    case openDownload(TakenPaper, SessionToken)
    /// Waits for news of it. → `.upload`
    case awaitDownload(UploadTicket.ID, SessionToken)

    // MARK: Enterprise names

    /// By the initials of its pinyin, by characters, or both mixed; best first. → `.matches`
    case searchEnterprises(String)
    /// → `.composition`
    case compose(CompositionStep)

    // MARK: Filing, through the outbox

    /// Files the whole form and keeps the draft with its pending entry. → `.filed`
    case save(Draft, IdentityRecord)
    /// The PDF that `signPersonally` will sign, byte for byte. → `.typeset`
    /// - photo: the store's record of the person; a form that names another brings it from where it is kept.
    case typesetForm(Registration, photo: Data?, SessionToken)
    /// The same of the form that the person signed, for the enterprise's eyes. → `.typeset`
    case showSignedForm(Registration, SessionToken)
    /// The newest signed form that stands, with what its signatures show. → `.typeset`
    case showPaper(Registration, SessionToken)
    /// A JPEG for the screen. → `.photo`
    case decodePhoto(Data)
    /// Typesets, has the remote key sign it by the code, verifies, files. → `.filed`
    case signPersonally(Registration, photo: Data?, code: Secret, SessionToken)
    /// Fetches the form that the person signed, checks that it says what the registration says, seals, files. → `.filed`
    case seal(Registration, by: Enterprise, pin: Secret, SessionToken)
    /// 退回修改: back to the applicant, who reads the reason. → `.filed`
    case returnToApplicant(ApplicationID, by: CreditCode, reason: String)
    /// 撤回. → `.filed`
    case withdraw(ApplicationID)
    /// 领证. → `.filed`
    case collect(CertificateID)
    /// 纸质证书换领电子证书, with the photo on record or one that the person has brought. → `.filed`
    case exchange(CertificateID, photo: FileReference, brought: Data?)
    /// 企业名称变更, to the name that the enterprise has confirmed. → `.filed`
    case rename(Enterprise)
    /// Waits, across a cut network and a store that is down, until the store has spoken. → `.receipt`
    case awaitReceipt(EntryID)

    // MARK: Printing

    /// Follows this application's open order if there is one; else opens an order, unless a sheet is out already and
    /// `again` is false. From then on `Message.print` tells how it goes. → `.printing`
    case printNotice(ApplicationID, again: Bool, SessionToken)
    /// As `printNotice`, of another paper. → `.printing`
    case printPaper(PaperRequest, again: Bool, SessionToken)
    /// A person has looked at the tray. → `Message.print` with the order's end
    case confirmSheet(PrintToken, of: ApplicationID, isOut: Bool)
    /// → `Message.print` with the order's end
    case cancelPrint(PrintToken)

    // MARK: Staff and technicians

    /// The card proves chain and key to the kiosk, then to the store, if that answers. → `.corner`
    case openCorner
    /// → `.staffFound`
    case searchAsStaff(StaffQuery, SessionToken)
    /// Reads the ID card on the other reader and asks by its number; the card's content goes nowhere else.
    /// → `.staffFound`
    case searchByCard(SessionToken)
    /// As `printNotice`, for the numbered copy of that paper that the store gives out. → `.printing`
    case printCopy(ApplicationID, PaperName, CopyReason, SessionToken)
    /// As `printCopy`, where no sheet of the notice is out: what the ledger has printed is not printed again, what it has
    /// open is followed. → `.printing`
    case printFirstCopy(ApplicationID, SessionToken)
    /// 交接单; it may be printed as often as it is wanted. → `.handOverPrinted`
    case printHandOver(HandOverList)
    /// → `.selfTest`
    case selfTest(SelfTestPart)
    /// → `.survey`
    case surveyKiosk
    /// → `.machine`
    case readMachine
    /// Signs the order with the card in the slot and hands it over. → `.machineObeyed`
    case orderMachine(MachineOrder)

    // MARK: Around a visit

    /// The visit is over: clear the Chinese input, scrollback and buffers, forget tokens, erase what the store has.
    /// → no answer
    case endVisit
    /// → no answer
    case callStaff
    /// The card of the last visit still lies on its reader: sound, and call staff once. → no answer
    case remindOfCard(callsStaff: Bool)
}

/// A key for the Chinese input.
package enum CompositionStep: Hashable, Sendable {
    case letter(Character)
    case backspace
    /// All strokes of the character that is being written.
    case write([Stroke])
    /// Index among the candidates of the last `Composition`.
    case choose(Int)
    /// Offers the rarer candidates too.
    case more
    case originalCharacters(Bool)
    case clear
}
