import CentralAPI
import Core
import Foundation
import Testing

@testable import Central

/// The steps of a walk-in, as a kiosk takes them.
extension TestStore {
    func session(_ person: Int = 0, kiosk: String = kiosk) async throws -> Session {
        let opened = try await registry.openApplicantSession(try Samples.identity(person), kiosk: kiosk)
        return try await registry.session(token: opened.token.text, kiosk: kiosk)
    }

    /// A session of a person whose phone is proved.
    func registered(_ person: Int = 0, kiosk: String = kiosk) async throws -> Session {
        let session = try await session(person, kiosk: kiosk)
        let phone = try Samples.phone(person)
        let ticket = try await registry.requestPhoneCode(phone, for: session.applicant())
        let proof = PhoneProof(ticket: ticket.id, code: WireSecret(try await newestCode(to: phone)))
        _ = try await registry.registerApplicant(proof, for: session)
        return session
    }

    func enterpriseSession(_ employer: Int = 0, kiosk: String = kiosk) async throws -> Session {
        let challenge = try await registry.requestChallenge(kiosk: kiosk)
        let card = try enterpriseRoot.card(
            "测试卡", code: Samples.enterprise(employer).code.text, at: clock.now)
        let answer = ChallengeAnswer(
            challenge: challenge, certificate: try card.der, signature: try card.sign(challenge.bytes))
        let opened = try await registry.openEnterpriseSession(answer, kiosk: kiosk)
        return try await registry.session(token: opened.token.text, kiosk: kiosk)
    }

    func staffSession(
        _ number: String = "HS-1001", _ role: StaffRole = .hallStaff, kiosk: String = kiosk
    ) async throws -> Session {
        let card = try staffRoot.staffCard(number, role: role.rawValue, at: clock.now)
        let opened = try await openStaffSession(card, kiosk: kiosk)
        return try await registry.session(token: opened.token.text, kiosk: kiosk)
    }

    /// - Parameter key: what signs the challenge; the card's own unless told otherwise.
    func openStaffSession(
        _ card: TestIdentity, signingWith key: TestIdentity? = nil, kiosk: String = kiosk
    ) async throws -> StaffSession {
        let challenge = try await registry.requestChallenge(kiosk: kiosk)
        let answer = ChallengeAnswer(
            challenge: challenge, certificate: try card.der, signature: try (key ?? card).sign(challenge.bytes))
        return try await registry.openStaffSession(answer, kiosk: kiosk)
    }

    /// What the audit says, oldest first.
    func acts() async throws -> [String] {
        try await registry.database.read { session in
            #expect(try session.firstBrokenAuditRow() == nil)
            return try session.rows("SELECT act FROM audit ORDER BY position").map { try $0.text("act") }
        }
    }

    /// What the text message with the newest code says.
    func newestCode(to phone: PhoneNumber) async throws -> String {
        let message = try #require(try await messages(to: phone).last { $0.contains("验证码") })
        return try #require(message.split(separator: " ").dropFirst().first.map { String($0.prefix(6)) })
    }

    /// Unsent messages, oldest first.
    func messages(to phone: PhoneNumber) async throws -> [String] {
        let now = clock.now
        return try await registry.database.read { try $0.dueMessages(at: now) }
            .filter { $0.recipient == phone }.map(\.text)
    }

    func submit(
        _ content: OutboxEntry.Content, _ application: ApplicationID, kiosk: String = kiosk,
        id: EntryID = EntryID(UUID())
    ) async throws -> EntryReceipt.Outcome {
        let entry = OutboxEntry(id: id, applicationID: application, content: content, createdAt: clock.now)
        return try await registry.submit(entry, from: kiosk).outcome
    }

    func save(
        _ person: Int = 0, employer: Int = 0, _ application: ApplicationID = ApplicationID(UUID())
    ) async throws -> ApplicationStatus {
        let content = OutboxEntry.Content.save(
            identity: try Samples.identity(person), form: .initial(try Samples.form(person, employer: employer)))
        return try await submit(content, application).status()
    }

    func sign(_ application: ApplicationID, pdf: Data = Data("signed".utf8)) async throws -> EntryReceipt.Outcome {
        let paper = SignedPaper(kind: .personallySignedForm, digest: Samples.digest(pdf), signedAt: clock.now)
        return try await submit(.signPersonally(paper, pdf: pdf), application)
    }

    func seal(
        _ application: ApplicationID, employer: Int = 0, pdf: Data = Data("sealed".utf8)
    ) async throws -> EntryReceipt.Outcome {
        let paper = SignedPaper(kind: .sealedForm, digest: Samples.digest(pdf), signedAt: clock.now)
        return try await submit(
            .seal(by: Samples.enterprise(employer).code, paper, pdf: pdf), application)
    }

    /// From the card to the acceptance.
    func accepted(_ person: Int = 0, employer: Int = 0) async throws -> ApplicationStatus {
        _ = try await registered(person)
        let saved = try await save(person, employer: employer)
        return try await signedAndSealed(saved.id, employer: employer)
    }

    /// A renewal of somebody who is registered, from the card to the seal.
    func renewed(_ person: Int, photo: AttachedFile? = nil) async throws -> ApplicationStatus {
        _ = try await registered(person)
        let id = ApplicationID(UUID())
        if let photo { _ = try await submit(.attach(photo), id) }
        let form = ApplicationForm.renewal(Samples.renewal(photo: photo?.file))
        _ = try await submit(.save(identity: try Samples.identity(person), form: form), id).status()
        return try await signedAndSealed(id)
    }

    func signedAndSealed(_ application: ApplicationID, employer: Int = 0) async throws -> ApplicationStatus {
        _ = try await sign(application).status()
        _ = try await enterpriseSession(employer)
        return try await seal(application, employer: employer).status()
    }
}

/// An outcome with no application in it.
struct NothingChanged: Error {}

extension EntryReceipt.Outcome {
    func status() throws -> ApplicationStatus {
        switch self {
        case .applied(let status): return status
        case .noted: throw NothingChanged()
        case .kept: throw EntryRefusal.applicationUnknown
        case .refused(let refusal): throw refusal
        }
    }

    var refusal: EntryRefusal? {
        switch self {
        case .applied, .noted, .kept: nil
        case .refused(let refusal): refusal
        }
    }
}
