package import Core
import Foundation
package import Terminal

/// What became of a command, one case for each kind of result.
package enum Answer: Hashable, Sendable {
    case identity(Result<IdentityRecord, Trouble>)
    case certificate(Result<CertificateFound, Trouble>)
    case applicantAdmitted(Result<ApplicantAdmission, Trouble>)
    case signatureKept(Result<Kept, Trouble>)
    case enterpriseAdmitted(Result<EnterpriseSession, Trouble>)
    case codeSent(Result<CodeTicket, Trouble>)
    case applications(Result<[ApplicationStatus], Trouble>)
    case registration(Result<Registration, Trouble>)
    case certificates(Result<[RegistrationCertificate], Trouble>)
    case renameOffer(Result<RenameOffer, Trouble>)
    case enterprise(Result<Enterprise, Trouble>)
    case draft(Result<Draft?, Trouble>)
    case draftKept(Result<Draft, Trouble>)
    case matches([Enterprise])
    case composition(Composition)
    case typeset(Result<TypesetForm, Trouble>)
    case photo(Result<Image, Trouble>)
    case folder(Result<SourceFolder, Trouble>)
    case found(Result<Found, Trouble>)
    case scanner(ScannerState)
    case uploadOpened(Result<OpenedUpload, Trouble>)
    case upload(Result<UploadNews, Trouble>)
    /// A paper lies on the stick, under this name.
    case onStick(Result<String, Trouble>)
    case fileKept(Result<FileReference, Trouble>)
    /// The entry stands in the outbox: from here on nothing is lost.
    case filed(Result<EntryID, Trouble>)
    case receipt(Result<EntryReceipt, Trouble>)
    case printing(Result<PrintStart, Trouble>)
    /// In the place of a certificate: the card in the slot is one of staff's.
    case staffCard(Result<StaffCardFound, Trouble>)
    case corner(Result<CornerAdmission, Trouble>)
    case staffFound(Result<[StaffApplication], Trouble>)
    case handOverPrinted(Result<Kept, Trouble>)
    case selfTest(SelfTestPart, SelfTestResult)
    case survey(KioskSurvey)
    case machine(Result<MachineSurvey, Trouble>)
    /// An order of the technician's was carried out.
    case machineObeyed(Result<Kept, Trouble>)
}

/// Why a command could not be carried out.
package enum Trouble: Error, Hashable, Sendable {
    case card(CardFault)
    case store(StoreFault)
    case printer(PrinterFault)
    case storage(StorageFault)
    case paper(PaperFault)
    case staff(StaffFault)
    case file(FileFault)
    case attachment(AttachmentFinding)
    case signature(SignaturePictureProblem)
    case machine(MachineFault)
}

extension Trouble {
    package var advice: FaultAdvice {
        switch self {
        case .card(let fault): fault.advice
        case .store(let fault): fault.advice
        case .printer(let fault): fault.advice
        case .storage(let fault): fault.advice
        case .paper(let fault): fault.advice
        case .staff(let fault): fault.advice
        case .file(let fault): fault.advice
        case .attachment(let finding): finding.advice
        case .signature(let problem): problem.advice
        case .machine(let fault): fault.advice
        }
    }
}

package typealias PaperTrouble = PaperFault

/// The store has it.
package struct Kept: Hashable, Sendable {
    package init() {}
}

/// The session, and its photo named by its content for the form.
package struct ApplicantAdmission: Hashable, Sendable {
    package let session: ApplicantSession
    package let photo: FileReference?

    package init(session: ApplicantSession, photo: FileReference?) {
        self.session = session
        self.photo = photo
    }
}

/// What the enterprise's card tells without its PIN. Nothing of it is proved yet.
package struct CertificateFound: Hashable, Sendable {
    package let enterpriseName: String
    package let code: CreditCode?
    /// Hexadecimal.
    package let serial: String
    package let lastDay: CivilDate
    /// 0 when blocked.
    package let triesLeft: Int

    package init(enterpriseName: String, code: CreditCode?, serial: String, lastDay: CivilDate, triesLeft: Int) {
        self.enterpriseName = enterpriseName
        self.code = code
        self.serial = serial
        self.lastDay = lastDay
        self.triesLeft = triesLeft
    }
}

/// The Chinese input after a key.
package struct Composition: Hashable, Sendable {
    /// The pinyin typed so far, in syllables; empty when nothing is being composed.
    package let preedit: String
    package let candidates: [String]
    /// There are rarer ones.
    package let hasMore: Bool
    /// Goes into the field now.
    package let committed: String

    package init(preedit: String = "", candidates: [String] = [], hasMore: Bool = false, committed: String = "") {
        self.preedit = preedit
        self.candidates = candidates
        self.hasMore = hasMore
        self.committed = committed
    }
}

package struct TypesetForm: Hashable, Sendable {
    package let digest: PaperDigest
    package let pages: Int
    /// Of each page, for the screen; none where they could not be drawn.
    package let pictures: [Image]

    package init(digest: PaperDigest, pages: Int, pictures: [Image] = []) {
        self.digest = digest
        self.pages = pages
        self.pictures = pictures
    }
}

package enum PrintStart: Hashable, Sendable {
    /// In the ledger; followed from here on.
    case ordered(PrintOrder)
    /// So many sheets are out already; nothing was ordered.
    case alreadyPrinted(sheets: Int)
}
