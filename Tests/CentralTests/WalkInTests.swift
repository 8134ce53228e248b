import CentralAPI
import Core
import Crypto
import Documents
import Foundation
import Testing

@testable import Central

/// One walk-in against the real program: every joint the real one, but for the kiosk's screens and card readers.
struct WalkInTests {
    private let press: PaperPress
    private let saved = ApplicationID(UUID())

    init() throws { press = try PaperPress(fonts: Fonts.directory) }

    @Test func `card, phone, form, signature, seal, number, notice, sheet`() async throws {
        try await withFolder { folder in
            let store = try await ServedStore(in: folder)
            let process = try CentralProcess(store)
            try await withKiosk(store.hosts.host("kiosk-001"), trusting: store.hosts, port: process.port) { kiosk in
                let token = try await register(kiosk, store)
                try await file(.save(identity: Samples.identity(), form: .initial(Samples.form())), kiosk)
                let signed = try await sign(kiosk, store, token)
                let enterprise = try await seal(signed, kiosk, store)
                try await checkEnd(kiosk, token, enterprise)
            }
        }
    }

    @discardableResult
    private func file(_ content: OutboxEntry.Content, _ kiosk: KioskClient) async throws -> ApplicationStatus {
        let entry = OutboxEntry(id: EntryID(UUID()), applicationID: saved, content: content, createdAt: Date())
        return try await kiosk.ask(Endpoints.submit, entry).outcome.status()
    }

    private func register(_ kiosk: KioskClient, _ store: ServedStore) async throws -> String {
        let token = try await kiosk.ask(Endpoints.openApplicantSession, Samples.identity()).token.text
        let ticket = try await kiosk.ask(
            Endpoints.requestPhoneCode, PhoneCodeRequest(phone: Samples.phone()), token: token)
        let proof = PhoneProof(ticket: ticket.id, code: WireSecret(try await store.spooledCode()))
        let session = try await kiosk.ask(Endpoints.registerApplicant, proof, token: token)
        #expect(session.phone == (try Samples.phone()))
        return token
    }

    private func sign(_ kiosk: KioskClient, _ store: ServedStore, _ token: String) async throws -> Data {
        let registration = try await kiosk.ask(Endpoints.registration, ApplicationReference(saved), token: token)
        let form = try await press.applicationForm(
            ApplicationFormContent(registration), photo: Array(Samples.photo),
            created: try #require(registration.savedAt))
        let list = try await kiosk.ask(Endpoints.credentialsList, .init(), token: token)
        let id = try #require(list.credentialIDs.first)
        let info = try await kiosk.ask(Endpoints.credentialsInfo, .init(credentialID: id), token: token)
        let now = Date()
        let preparation = try FormSigning.prepare(
            form, field: .personal, appearance: try await press.personalMark(name: Samples.identity().name, at: now),
            certificates: try #require(info.cert.certificates).map(Array.init), at: now)
        let signature = try await release(Data(preparation.digest), id, kiosk, store, token)
        let pdf = Data(try preparation.complete(signature: Array(signature)))
        let paper = SignedPaper(kind: .personallySignedForm, digest: Samples.digest(pdf), signedAt: now)
        #expect(try await file(.signPersonally(paper, pdf: pdf), kiosk).state == .personallySigned)
        return pdf
    }

    private func release(
        _ hash: Data, _ id: String, _ kiosk: KioskClient, _ store: ServedStore, _ token: String
    ) async throws -> Data {
        let known = try store.spooledNames
        _ = try await kiosk.ask(Endpoints.sendOTP, .init(credentialID: id), token: token)
        let code = WireSecret(try await store.spooledCode(besides: known))
        let authorization = try await kiosk.ask(
            Endpoints.authorize, .init(credentialID: id, hash: [hash], OTP: code), token: token)
        let answer = try await kiosk.ask(
            Endpoints.signHash, .init(credentialID: id, SAD: authorization.SAD, hash: [hash]), token: token)
        return try #require(answer.signatures.first)
    }

    /// - Returns: the token of the enterprise's session.
    private func seal(_ signed: Data, _ kiosk: KioskClient, _ store: ServedStore) async throws -> String {
        let card = try store.enterprises.card("测试卡", code: Samples.enterprise().code.text)
        let challenge = try await kiosk.ask(Endpoints.requestChallenge, Nothing())
        let session = try await kiosk.ask(
            Endpoints.openEnterpriseSession,
            ChallengeAnswer(
                challenge: challenge, certificate: try card.der, signature: try card.sign(challenge.bytes)))
        #expect(session.applications.map(\.id) == [saved])
        let now = Date()
        let preparation = try FormSigning.prepare(
            Array(signed), field: .enterprise,
            appearance: try await press.enterpriseSeal(session.enterprise, at: now),
            certificates: [Array(try card.der)], at: now)
        let signature = try PersonCertificateAuthority.sign(
            preparation.digest, key: Array(card.key.rawRepresentation))
        let pdf = Data(try preparation.complete(signature: signature))
        let paper = SignedPaper(kind: .sealedForm, digest: Samples.digest(pdf), signedAt: now)
        let accepted = try await file(.seal(by: session.enterprise.code, paper, pdf: pdf), kiosk)
        #expect(accepted.state == .accepted)
        return session.token.text
    }

    /// Both read the same notice and the sealed form; the sheet is noted.
    private func checkEnd(_ kiosk: KioskClient, _ applicant: String, _ enterprise: String) async throws {
        let notice = try await kiosk.ask(Endpoints.notice, ApplicationReference(saved), token: applicant)
        let same = try await kiosk.ask(Endpoints.notice, ApplicationReference(saved), token: enterprise)
        #expect(notice == same)
        let registration = try await kiosk.ask(Endpoints.registration, ApplicationReference(saved), token: enterprise)
        let sealed = try #require(registration.standingPaper(.sealedForm))
        let content = try await kiosk.ask(
            Endpoints.paper, PaperReference(application: saved, digest: sealed.digest), token: applicant)
        #expect(Samples.digest(content.content) == sealed.digest)
        let report = PrintReport(token: PrintToken(UUID()), paper: sealed.digest, copyNumber: 1, at: Date())
        #expect(try await file(.printed(report), kiosk).noticeNumber == notice.number)
    }
}
