import CentralAPI
package import Core
import Crypto
package import Foundation

extension CentralClient: StaffCalls {
    package func callStaff(_ call: StaffCall) async throws(StoreFault) {
        _ = try await ask(Endpoints.callStaff, call)
    }
}

extension CentralClient: StaffDesk {
    package func openStaffSession(
        _ challenge: EnterpriseChallenge, certificate: Data, signature: Data
    ) async throws(StoreFault) -> StaffSession {
        let answer = ChallengeAnswer(challenge: challenge, certificate: certificate, signature: signature)
        return try await ask(Endpoints.openStaffSession, answer)
    }

    package func find(_ query: StaffQuery, session: SessionToken) async throws(StoreFault) -> [StaffApplication] {
        try await ask(Endpoints.findForStaff, query, session: session)
    }

    package func orderCopy(_ request: CopyRequest, session: SessionToken) async throws(StoreFault) -> CopyOrder {
        try await ask(Endpoints.orderCopy, request, session: session)
    }

    package func keepSupportBundle(_ bundle: Data) async throws(StoreFault) {
        _ = try await ask(Endpoints.keepSupportBundle, SupportUpload(bundle: bundle))
    }

    package func storeTime() async throws(StoreFault) -> StoreTime { try await ask(Endpoints.storeTime, Nothing()) }
}

extension CentralClient: PhoneFiles {
    package func openUpload(_ purpose: FilePurpose, session: SessionToken) async throws(StoreFault) -> UploadTicket {
        try await ask(Endpoints.openUpload, UploadRequest(purpose: purpose), session: session)
    }

    package func takeUpload(
        _ id: UploadTicket.ID, wait: Int, session: SessionToken
    ) async throws(StoreFault) -> UploadState {
        try await ask(
            Endpoints.takeUpload, UploadReference(upload: id, wait: wait), session: session, patience: wait)
    }

    package func openDownload(_ paper: TakenPaper, session: SessionToken) async throws(StoreFault) -> UploadTicket {
        switch paper {
        case .certificate(let id):
            try await ask(Endpoints.openCertificateDownload, CertificateReference(id), session: session)
        case .form(let application, let digest):
            try await ask(
                Endpoints.openDownload, PaperReference(application: application, digest: digest), session: session)
        }
    }
}

extension CentralClient: CentralStore {
    package func openApplicantSession(_ identity: IdentityRecord) async throws(StoreFault) -> ApplicantSession {
        try await ask(Endpoints.openApplicantSession, identity)
    }

    package func requestPhoneCode(
        _ phone: PhoneNumber, session: SessionToken
    ) async throws(StoreFault) -> CodeTicket {
        try await ask(Endpoints.requestPhoneCode, PhoneCodeRequest(phone: phone), session: session)
    }

    package func registerApplicant(
        _ ticket: CodeTicket.ID, code: Secret, session: SessionToken
    ) async throws(StoreFault) -> ApplicantSession {
        let proof = PhoneProof(ticket: ticket, code: WireSecret(code))
        return try await ask(Endpoints.registerApplicant, proof, session: session)
    }

    package func keepSignature(_ mark: SignatureMark, session: SessionToken) async throws(StoreFault) {
        _ = try await ask(Endpoints.keepSignature, mark, session: session)
    }

    package func signature(session: SessionToken) async throws(StoreFault) -> SignatureMark? {
        try await ask(Endpoints.signature, Nothing(), session: session).mark
    }

    package func verifyEnterprise(named name: String) async throws(StoreFault) -> Enterprise {
        try await ask(Endpoints.verifyEnterprise, EnterpriseName(name: name))
    }

    package func enterpriseRegister(after cursor: Int) async throws(StoreFault) -> EnterpriseRegisterPage {
        try await ask(Endpoints.enterpriseRegister, RegisterCursor(after: cursor))
    }

    package func requestChallenge() async throws(StoreFault) -> EnterpriseChallenge {
        try await ask(Endpoints.requestChallenge, Nothing())
    }

    package func openEnterpriseSession(
        _ challenge: EnterpriseChallenge, certificate: Data, signature: Data
    ) async throws(StoreFault) -> EnterpriseSession {
        let answer = ChallengeAnswer(challenge: challenge, certificate: certificate, signature: signature)
        return try await ask(Endpoints.openEnterpriseSession, answer)
    }

    package func certificates(session: SessionToken) async throws(StoreFault) -> [RegistrationCertificate] {
        try await ask(Endpoints.certificates, Nothing(), session: session)
    }

    package func certificatePaper(
        _ id: CertificateID, session: SessionToken
    ) async throws(StoreFault) -> CertificateEdition {
        try await ask(Endpoints.certificatePaper, CertificateReference(id), session: session)
    }

    package func renameOffer(session: SessionToken) async throws(StoreFault) -> RenameOffer {
        try await ask(Endpoints.renameOffer, Nothing(), session: session)
    }

    package func renameList(_ entry: EntryID, session: SessionToken) async throws(StoreFault) -> RenameList {
        try await ask(Endpoints.renameList, RenameReference(entry), session: session)
    }

    package func applications(session: SessionToken) async throws(StoreFault) -> [ApplicationStatus] {
        try await ask(Endpoints.applications, Nothing(), session: session)
    }

    package func registration(
        _ id: ApplicationID, session: SessionToken
    ) async throws(StoreFault) -> Registration {
        try await ask(Endpoints.registration, ApplicationReference(id), session: session)
    }

    /// The bytes are those that the digest names, or the answer counts as misunderstood.
    package func paper(
        _ digest: PaperDigest, of id: ApplicationID, session: SessionToken
    ) async throws(StoreFault) -> Data {
        let reference = PaperReference(application: id, digest: digest)
        let paper = try await ask(Endpoints.paper, reference, session: session)
        guard PaperDigest(bytes: SHA256.hash(data: paper.content)) == digest else { throw .misunderstood }
        return paper.content
    }

    package func notice(
        of id: ApplicationID, session: SessionToken
    ) async throws(StoreFault) -> AcceptanceNotice {
        try await ask(Endpoints.notice, ApplicationReference(id), session: session)
    }

    package func orderCopy(
        _ request: OwnCopyRequest, session: SessionToken
    ) async throws(StoreFault) -> CopyOrder {
        try await ask(Endpoints.orderOwnCopy, request, session: session)
    }

    package func submit(_ entry: OutboxEntry) async throws(StoreFault) -> EntryReceipt {
        let receipt = try await ask(Endpoints.submit, entry)
        guard receipt.entryID == entry.id else { throw .misunderstood }
        return receipt
    }

    package func changes(after cursor: Int, wait: Int) async throws(StoreFault) -> ChangePage {
        try await ask(Endpoints.changes, ChangeCursor(after: cursor, wait: wait), patience: wait)
    }
}
