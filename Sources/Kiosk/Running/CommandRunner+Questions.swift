import Core
import Crypto
import Documents
import Foundation
import Screens

// Cards and questions to the store.
extension CommandRunner {
    func readIdentity() async -> Result<IdentityRecord, Trouble> {
        do throws(CardFault) { return .success(try await ports.cards.readIdentity()) } catch {
            return .failure(.card(error))
        }
    }

    /// An enterprise's card has a certificate to log in with; one that has none may be one of staff's.
    func readCertificate() async -> Answer {
        let found = await readEnterpriseCertificate()
        guard case .failure(.card(.unknownCard)) = found else { return .certificate(found) }
        let staff = await readStaffCard()
        if case .failure(.card(.unknownCard)) = staff { return .certificate(found) }
        return .staffCard(staff)
    }

    private func readEnterpriseCertificate() async -> Result<CertificateFound, Trouble> {
        do throws(CardFault) {
            let certificate = try await ports.cards.enterpriseCertificate(.authentication)
            guard let holder = try? ports.certificates.read(Array(certificate)) else {
                throw CardFault.unreadable(.enterprise)
            }
            let triesLeft = try await ports.cards.pinTriesLeft()
            return .success(
                CertificateFound(
                    enterpriseName: holder.name, code: holder.creditCode, serial: holder.serialHex,
                    lastDay: CivilDate(shanghai: holder.notAfter), triesLeft: triesLeft))
        } catch { return .failure(.card(error)) }
    }

    func openApplicantSession(_ identity: IdentityRecord) async -> Result<ApplicantAdmission, Trouble> {
        await asking { () throws(StoreFault) in try await self.ports.store.openApplicantSession(identity) }.map(
            Self.admission)
    }

    func requestPhoneCode(_ phone: PhoneNumber, _ session: SessionToken) async -> Result<CodeTicket, Trouble> {
        await asking { () throws(StoreFault) in try await self.ports.store.requestPhoneCode(phone, session: session) }
    }

    func registerApplicant(
        _ ticket: CodeTicket.ID, _ code: Secret, _ session: SessionToken
    ) async -> Result<ApplicantAdmission, Trouble> {
        await asking { () throws(StoreFault) in
            try await self.ports.store.registerApplicant(ticket, code: code, session: session)
        }
        .map(Self.admission)
    }

    func keepSignature(_ mark: SignatureMark, _ session: SessionToken) async -> Result<Kept, Trouble> {
        await asking { () throws(StoreFault) in
            try await self.ports.store.keepSignature(mark, session: session)
            return Kept()
        }
    }

    /// The card proves that it holds the key of its certificate by signing the store's challenge.
    func openEnterpriseSession(_ pin: Secret) async -> Result<EnterpriseSession, Trouble> {
        do {
            let challenge = try await ports.store.requestChallenge()
            let certificate = try await ports.cards.enterpriseCertificate(.authentication)
            let digest = Data(SHA256.hash(data: challenge.bytes))
            let signature = try await ports.cards.sign(digest, with: .authentication, pin: pin)
            return .success(
                try await ports.store.openEnterpriseSession(challenge, certificate: certificate, signature: signature))
        } catch let fault as CardFault {
            return .failure(.card(fault))
        } catch let fault as StoreFault {
            return .failure(.store(fault))
        } catch {
            return .failure(.store(.misunderstood))
        }
    }

    func loadApplications(_ session: SessionToken) async -> Result<[ApplicationStatus], Trouble> {
        await asking { () throws(StoreFault) in try await self.ports.store.applications(session: session) }
    }

    func loadRegistration(_ id: ApplicationID, _ session: SessionToken) async -> Result<Registration, Trouble> {
        await asking { () throws(StoreFault) in try await self.ports.store.registration(id, session: session) }
    }

    func loadCertificates(_ session: SessionToken) async -> Result<[RegistrationCertificate], Trouble> {
        await asking { () throws(StoreFault) in try await self.ports.store.certificates(session: session) }
    }

    func loadRenameOffer(_ session: SessionToken) async -> Result<RenameOffer, Trouble> {
        await asking { () throws(StoreFault) in try await self.ports.store.renameOffer(session: session) }
    }

    func verifyEnterprise(_ name: String) async -> Result<Enterprise, Trouble> {
        await asking { () throws(StoreFault) in try await self.ports.store.verifyEnterprise(named: name) }
    }

    func requestSigningCode(_ session: SessionToken) async -> Result<CodeTicket, Trouble> {
        await asking { () throws(StoreFault) in
            let credential = try await self.ports.signing.credential(session: session)
            return try await self.ports.signing.sendCode(credential.id, session: session)
        }
    }

    private func asking<Value: Sendable>(
        _ question: () async throws(StoreFault) -> Value
    ) async -> Result<Value, Trouble> {
        do throws(StoreFault) { return .success(try await question()) } catch { return .failure(.store(error)) }
    }

    private static func admission(_ session: ApplicantSession) -> ApplicantAdmission {
        let photo = session.photo.flatMap { data in
            PaperDigest(of: data).map { FileReference(digest: $0, format: .jpeg, byteCount: data.count) }
        }
        return ApplicantAdmission(session: session, photo: photo)
    }
}

extension PaperDigest {
    /// SHA-256 of the bytes. Never nil: a SHA-256 has its 32 bytes.
    init?(of bytes: some DataProtocol) { self.init(bytes: SHA256.hash(data: bytes)) }
}
