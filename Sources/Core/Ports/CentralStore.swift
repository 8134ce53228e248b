package import Foundation

/// The central store as a kiosk sees it: questions that need an answer now. What is filed goes through the outbox.
package protocol CentralStore: Sendable {
    /// Opens a session for the person whose card was read. The token reads this person's data and nobody else's.
    func openApplicantSession(_ identity: IdentityRecord) async throws(StoreFault) -> ApplicantSession
    /// Sends a verification code to a phone that is to be proved.
    func requestPhoneCode(_ phone: PhoneNumber, session: SessionToken) async throws(StoreFault) -> CodeTicket
    /// 新用户注册: proves the phone, applies for the personal certificate.
    func registerApplicant(_ ticket: CodeTicket.ID, code: Secret, session: SessionToken) async throws(StoreFault)
        -> ApplicantSession
    /// 登记签名: replaces what was registered before.
    func keepSignature(_ mark: SignatureMark, session: SessionToken) async throws(StoreFault)
    /// Nil until one is registered.
    func signature(session: SessionToken) async throws(StoreFault) -> SignatureMark?
    /// The store's settings for forms, so that kiosk and store judge alike; the store's record of this person's
    /// Shanghai qualification comes with the session.
    func verifyEnterprise(named name: String) async throws(StoreFault) -> Enterprise
    /// Public register of enterprises, in pages, for the kiosk's name search.
    func enterpriseRegister(after cursor: Int) async throws(StoreFault) -> EnterpriseRegisterPage

    /// 32 random bytes that the enterprise's card must sign to open a session.
    func requestChallenge() async throws(StoreFault) -> EnterpriseChallenge
    /// - Parameters:
    ///   - certificate: DER of the card's authentication certificate.
    ///   - signature: over SHA-256 of the challenge bytes; ECDSA as DER, RSA as PKCS#1 v1.5.
    func openEnterpriseSession(_ challenge: EnterpriseChallenge, certificate: Data, signature: Data)
        async throws(StoreFault) -> EnterpriseSession

    /// Newest first: everything of this person, or everything registered under this enterprise.
    func applications(session: SessionToken) async throws(StoreFault) -> [ApplicationStatus]
    func registration(_ id: ApplicationID, session: SessionToken) async throws(StoreFault) -> Registration
    func paper(_ digest: PaperDigest, of id: ApplicationID, session: SessionToken) async throws(StoreFault) -> Data
    func notice(of id: ApplicationID, session: SessionToken) async throws(StoreFault) -> AcceptanceNotice
    /// The next copy's number, which the store gives nobody else, with what the paper says. There is none but of the
    /// paper that the office hands out of the application as it stands.
    func orderCopy(_ request: OwnCopyRequest, session: SessionToken) async throws(StoreFault) -> CopyOrder

    /// All of this person, newest first, in whatever state.
    func certificates(session: SessionToken) async throws(StoreFault) -> [RegistrationCertificate]
    /// The signed PDF of a certificate that its holder has collected.
    func certificatePaper(_ id: CertificateID, session: SessionToken) async throws(StoreFault) -> CertificateEdition
    /// What a rename of this enterprise would change.
    func renameOffer(session: SessionToken) async throws(StoreFault) -> RenameOffer
    /// What the rename of that entry has changed.
    func renameList(_ entry: EntryID, session: SessionToken) async throws(StoreFault) -> RenameList

    /// Applies an outbox entry, at most once by its id.
    func submit(_ entry: OutboxEntry) async throws(StoreFault) -> EntryReceipt
    /// What changed at the store since `cursor` among the applications this kiosk has filed; waits up to `wait`
    /// seconds when nothing has.
    func changes(after cursor: Int, wait: Int) async throws(StoreFault) -> ChangePage
}

/// The remote signing service of the store: verbs of the CSC API v1 (credentials/list, credentials/info,
/// credentials/sendOTP, credentials/authorize, signatures/signHash).
package protocol RemoteSigning: Sendable {
    /// The person's one credential. Chain of DER certificates, the person's own first.
    func credential(session: SessionToken) async throws(StoreFault) -> SigningCredential
    func sendCode(_ credential: SigningCredential.ID, session: SessionToken) async throws(StoreFault) -> CodeTicket
    /// Releases the key with the code for exactly this hash (SHA-256 of the CMS signed attributes) and signs it.
    /// ECDSA P-256 as DER.
    func sign(_ hash: Data, credential: SigningCredential.ID, code: Secret, session: SessionToken)
        async throws(StoreFault) -> Data
}

/// Opaque, short-lived, bound to the kiosk that opened it. Never printed.
package struct SessionToken: Hashable, Sendable, Codable, Discreet {
    package let text: String
    package init(_ text: String) { self.text = text }
    package init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
    package var description: String { "•••" }
}

package struct ApplicantSession: Hashable, Sendable, Codable {
    package let token: SessionToken
    /// Nil until 新用户注册 is done.
    package let phone: PhoneNumber?
    package let applications: [ApplicationStatus]
    /// Each kind, offered or not with the reason, as it would be without the application that is under way: that one
    /// bars every kind for as long as `applications` has it.
    package let offers: [KindOffer]
    /// The Shanghai qualification in the store's records.
    package let qualification: QualificationCertificate?
    /// The photo that the store holds for this person (JPEG), for the form; nil when there is none.
    package let photo: Data?
    package let rules: FormRules
    /// A signature is registered, drawn or typeset.
    package var hasSignature: Bool
    /// The person's newest registration certificate, in whatever state: what a renewal and a cancellation are about.
    package let certificate: RegistrationCertificate?

    package init(
        token: SessionToken, phone: PhoneNumber?, applications: [ApplicationStatus], offers: [KindOffer],
        qualification: QualificationCertificate?, photo: Data?, rules: FormRules, hasSignature: Bool,
        certificate: RegistrationCertificate? = nil
    ) {
        self.token = token
        self.phone = phone
        self.applications = applications
        self.offers = offers
        self.qualification = qualification
        self.photo = photo
        self.rules = rules
        self.hasSignature = hasSignature
        self.certificate = certificate
    }
}

package struct EnterpriseSession: Hashable, Sendable, Codable {
    package let token: SessionToken
    package let enterprise: Enterprise
    package let applications: [ApplicationStatus]

    package init(token: SessionToken, enterprise: Enterprise, applications: [ApplicationStatus]) {
        self.token = token
        self.enterprise = enterprise
        self.applications = applications
    }
}

package struct EnterpriseChallenge: Hashable, Sendable, Codable {
    package let id: UUID
    package let bytes: Data

    package init(id: UUID, bytes: Data) {
        self.id = id
        self.bytes = bytes
    }
}

/// A verification code on its way by SMS.
package struct CodeTicket: Hashable, Sendable, Codable {
    package typealias ID = UUID
    package let id: ID
    package let maskedPhone: String
    package let expiresAt: Date
    /// Before this instant a new code is refused.
    package let resendAfter: Date
    package let triesLeft: Int

    package init(id: ID, maskedPhone: String, expiresAt: Date, resendAfter: Date, triesLeft: Int) {
        self.id = id
        self.maskedPhone = maskedPhone
        self.expiresAt = expiresAt
        self.resendAfter = resendAfter
        self.triesLeft = triesLeft
    }
}

package struct SigningCredential: Hashable, Sendable, Codable {
    package typealias ID = String
    package let id: ID
    /// DER, the person's own certificate first.
    package let certificates: [Data]

    package init(id: ID, certificates: [Data]) {
        self.id = id
        self.certificates = certificates
    }
}

package struct EnterpriseRegisterPage: Hashable, Sendable, Codable {
    package let enterprises: [Enterprise]
    /// Ask again with this; the same value back means that the register is complete.
    package let cursor: Int
    package let isLast: Bool

    package init(enterprises: [Enterprise], cursor: Int, isLast: Bool) {
        self.enterprises = enterprises
        self.cursor = cursor
        self.isLast = isLast
    }
}

package struct ChangePage: Hashable, Sendable, Codable {
    package let changes: [ApplicationStatus]
    package let cursor: Int

    package init(changes: [ApplicationStatus], cursor: Int) {
        self.changes = changes
        self.cursor = cursor
    }
}
