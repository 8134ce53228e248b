import Core
import Documents
import Foundation

/// A store that knows one person, one enterprise and one application.
actor FakeStore: CentralStore, StaffCalls, StaffDesk {
    var fault: StoreFault?
    var registrations: [ApplicationID: Registration] = [:]
    var papers: [PaperDigest: Data] = [:]
    private(set) var lent: [LentSecret] = []
    private(set) var calls: [StaffCall] = []
    private(set) var signature: SignatureMark?
    private(set) var supportBundles: [Data] = []

    func set(fault: StoreFault?) { self.fault = fault }
    func put(_ registration: Registration) { registrations[registration.id] = registration }
    func put(_ paper: Data, as digest: PaperDigest) { papers[digest] = paper }

    private func answering<Value>(_ value: () throws -> Value?) throws(StoreFault) -> Value {
        if let fault { throw fault }
        guard let value = try? value() else { throw .notFound }
        return value
    }

    func openApplicantSession(_ identity: IdentityRecord) throws(StoreFault) -> ApplicantSession {
        try answering { try Sample.session() }
    }

    func requestPhoneCode(_ phone: PhoneNumber, session: SessionToken) throws(StoreFault) -> CodeTicket {
        try answering { Sample.ticket }
    }

    func registerApplicant(
        _ ticket: CodeTicket.ID, code: Secret, session: SessionToken
    ) throws(StoreFault) -> ApplicantSession {
        lent.append(LentSecret(code))
        return try answering { try Sample.session() }
    }

    func keepSignature(_ mark: SignatureMark, session: SessionToken) throws(StoreFault) {
        signature = try answering { mark }
    }

    func signature(session: SessionToken) throws(StoreFault) -> SignatureMark? {
        if let fault { throw fault }
        return signature
    }

    func verifyEnterprise(named name: String) throws(StoreFault) -> Enterprise {
        try answering { try Sample.enterprise() }
    }

    func enterpriseRegister(after cursor: Int) throws(StoreFault) -> EnterpriseRegisterPage {
        try answering { EnterpriseRegisterPage(enterprises: [], cursor: cursor, isLast: true) }
    }

    func requestChallenge() throws(StoreFault) -> EnterpriseChallenge {
        try answering { EnterpriseChallenge(id: Sample.ticket.id, bytes: Data(1...32)) }
    }

    func openEnterpriseSession(
        _ challenge: EnterpriseChallenge, certificate: Data, signature: Data
    ) throws(StoreFault) -> EnterpriseSession {
        try answering { EnterpriseSession(token: Sample.token, enterprise: try Sample.enterprise(), applications: []) }
    }

    func applications(session: SessionToken) throws(StoreFault) -> [ApplicationStatus] { try answering { [] } }

    func registration(_ id: ApplicationID, session: SessionToken) throws(StoreFault) -> Registration {
        try answering { registrations[id] }
    }

    func paper(_ digest: PaperDigest, of id: ApplicationID, session: SessionToken) throws(StoreFault) -> Data {
        try answering { papers[digest] }
    }

    func notice(of id: ApplicationID, session: SessionToken) throws(StoreFault) -> AcceptanceNotice {
        try answering { try Sample.notice() }
    }

    /// What the office hands out of the application.
    var issued: IssuedPaper?
    var held: [RegistrationCertificate] = []
    var edition: CertificateEdition?
    var offer: RenameOffer?
    var renamed: RenameList?

    func set(edition: CertificateEdition?) { self.edition = edition }
    func set(issued: IssuedPaper?) { self.issued = issued }
    func set(renamed: RenameList?) { self.renamed = renamed }

    func certificates(session: SessionToken) throws(StoreFault) -> [RegistrationCertificate] {
        try answering { held }
    }

    func certificatePaper(_ id: CertificateID, session: SessionToken) throws(StoreFault) -> CertificateEdition {
        try answering { edition }
    }

    func renameOffer(session: SessionToken) throws(StoreFault) -> RenameOffer { try answering { offer } }

    func renameList(_ entry: EntryID, session: SessionToken) throws(StoreFault) -> RenameList {
        try answering { renamed }
    }

    private func handedOut() throws -> IssuedPaper { try issued ?? .acceptance(try Sample.notice()) }

    private(set) var ownCopies: [OwnCopyRequest] = []

    func orderCopy(_ request: OwnCopyRequest, session: SessionToken) throws(StoreFault) -> CopyOrder {
        let order = try answering { CopyOrder(paper: try handedOut(), number: (request.used.max() ?? 0) + 1) }
        ownCopies.append(request)
        return order
    }

    func submit(_ entry: OutboxEntry) throws(StoreFault) -> EntryReceipt {
        try answering { EntryReceipt(entryID: entry.id, outcome: .refused(.applicationUnknown)) }
    }

    func changes(after cursor: Int, wait: Int) throws(StoreFault) -> ChangePage {
        try answering { ChangePage(changes: [], cursor: cursor) }
    }

    private(set) var queries: [StaffQuery] = []
    private(set) var copies: [CopyRequest] = []
    var clock = Sample.now

    func set(clock: Date) { self.clock = clock }

    func openStaffSession(
        _ challenge: EnterpriseChallenge, certificate: Data, signature: Data
    ) throws(StoreFault) -> StaffSession {
        try answering {
            StaffMember(certificate: Array(certificate)).map { StaffSession(token: Sample.token, member: $0) }
        }
    }

    func find(_ query: StaffQuery, session: SessionToken) throws(StoreFault) -> [StaffApplication] {
        queries.append(query)
        return try answering { [try Sample.staffApplication()] }
    }

    func orderCopy(_ request: CopyRequest, session: SessionToken) throws(StoreFault) -> CopyOrder {
        let order = try answering { CopyOrder(paper: try handedOut(), number: max(4, request.after + 1)) }
        copies.append(request)
        return order
    }

    func keepSupportBundle(_ bundle: Data) throws(StoreFault) { try answering { supportBundles.append(bundle) } }

    func storeTime() throws(StoreFault) -> StoreTime { try answering { StoreTime(now: clock) } }

    func callStaff(_ call: StaffCall) throws(StoreFault) {
        try answering { calls.append(call) }
    }
}
