package import Foundation

/// One fact on its way to the store. It is written in the same transaction as the row it speaks of, sent until the
/// store has answered, and applied there at most once by its id.
package struct OutboxEntry: Hashable, Sendable, Codable {
    package let id: EntryID
    package let applicationID: ApplicationID
    package let content: Content
    package let createdAt: Date

    package enum Content: Hashable, Sendable, Codable {
        /// A file that the form of the next save names. The store holds it by its digest: handed in again it is the
        /// same file.
        case attach(AttachedFile)
        /// 保存: the whole form; the store creates the application or replaces its form.
        case save(identity: IdentityRecord, form: ApplicationForm)
        case signPersonally(SignedPaper, pdf: Data)
        case seal(by: CreditCode, SignedPaper, pdf: Data)
        case returnToApplicant(by: CreditCode, reason: String)
        case withdraw
        /// 领证: the holder confirms; then the store gives the signed PDF out.
        case collect(CertificateID)
        /// 纸质证书换领电子证书, once.
        case exchange(CertificateID, photo: FileReference)
        /// 企业名称变更, to the name that the enterprise has seen and confirmed.
        case rename(Enterprise)
        /// A sheet is out.
        case printed(PrintReport)
    }

    package init(id: EntryID, applicationID: ApplicationID, content: Content, createdAt: Date) {
        self.id = id
        self.applicationID = applicationID
        self.content = content
        self.createdAt = createdAt
    }
}

package struct PrintReport: Hashable, Sendable, Codable {
    package let token: PrintToken
    package let paper: PaperDigest
    package let copyNumber: Int
    package let at: Date
    /// Nil is the acceptance notice, whose copies the store counts.
    package let name: PaperName?

    package init(token: PrintToken, name: PaperName? = nil, paper: PaperDigest, copyNumber: Int, at: Date) {
        self.token = token
        self.name = name
        self.paper = paper
        self.copyNumber = copyNumber
        self.at = at
    }
}

/// The store's final word on an entry; asked again with the same id it says the same.
package struct EntryReceipt: Hashable, Sendable, Codable {
    package let entryID: EntryID
    package let outcome: Outcome

    package enum Outcome: Hashable, Sendable, Codable {
        case applied(ApplicationStatus)
        /// Applied, and no application has changed by it.
        case noted
        /// The store holds the file; its application may not exist yet.
        case kept(PaperDigest)
        case refused(EntryRefusal)
    }

    package init(entryID: EntryID, outcome: Outcome) {
        self.entryID = entryID
        self.outcome = outcome
    }
}

package enum EntryRefusal: Error, Hashable, Sendable, Codable {
    case transition(Registration.Refusal)
    case form([FormProblem])
    /// One open application a person, also when two kiosks file at the same moment.
    case otherApplicationOpen
    /// This kind is not offered to this person now.
    case notEligible(KindOffer.Reason)
    case applicantUnknown
    case applicationUnknown
    case enterpriseUnknown
    case signature(SignatureFinding)
    /// The store has no such certificate of this person.
    case certificateUnknown
    case certificate(RegistrationCertificate.Refusal)
    case attachment(AttachmentKind, AttachmentFinding)
}

/// What the store found wrong with a signed form.
package enum SignatureFinding: String, Error, Hashable, Sendable, Codable, CaseIterable {
    case unreadable, missing, broken, untrusted, expired, wrongSigner, modifiedAfterSigning, otherContent
}

/// An application in a list: what a person or an enterprise sees without opening it.
package struct ApplicationStatus: Hashable, Sendable, Codable {
    package let id: ApplicationID
    package let kind: RegistrationKind
    package let state: RegistrationState
    package let revision: Int
    /// Full name; screens mask it where the rules ask for it.
    package let applicantName: String
    package let maskedIDNumber: String
    package let enterprise: Enterprise?
    package let noticeNumber: NoticeNumber?
    /// The reason in its history that the person concerned has still to read: gone once the form is saved again.
    package let reason: String?
    package let updatedAt: Date

    package init(
        id: ApplicationID, kind: RegistrationKind, state: RegistrationState, revision: Int, applicantName: String,
        maskedIDNumber: String, enterprise: Enterprise?, noticeNumber: NoticeNumber?, reason: String?,
        updatedAt: Date
    ) {
        self.id = id
        self.kind = kind
        self.state = state
        self.revision = revision
        self.applicantName = applicantName
        self.maskedIDNumber = maskedIDNumber
        self.enterprise = enterprise
        self.noticeNumber = noticeNumber
        self.reason = reason
        self.updatedAt = updatedAt
    }

    package init(_ registration: Registration, updatedAt: Date) {
        self.init(
            id: registration.id, kind: registration.kind, state: registration.state,
            revision: registration.revision, applicantName: registration.applicant.identity.name,
            maskedIDNumber: registration.applicant.identity.number.masked,
            enterprise: registration.form.enterprise, noticeNumber: registration.acceptance?.number,
            reason: registration.reasonToMend, updatedAt: updatedAt)
    }
}

extension ApplicationStatus: Discreet {
    package var description: String { "\(kind.rawValue) \(id): \(state.rawValue), revision \(revision)" }
}
