import Core
import Foundation
import Screens
import Testing

@testable import Kiosk

/// Every work that asks a card or the store, with the right answer for each outcome.
enum Question: CaseIterable {
    case applicantSession, phoneCode, registration, enterpriseSession, applications, application, enterprise
    case signingCode

    func work() throws -> Work {
        switch self {
        case .applicantSession: .openApplicantSession(try Sample.identity())
        case .phoneCode: .requestPhoneCode(try Sample.phone(), Sample.token)
        case .registration: .registerApplicant(Sample.ticket.id, code: Secret("482913"), Sample.token)
        case .enterpriseSession: .openEnterpriseSession(pin: Secret("123456"))
        case .applications: .loadApplications(Sample.token)
        case .application: .loadRegistration(Sample.applicationID, Sample.token)
        case .enterprise: .verifyEnterprise(name: try Sample.enterprise().name)
        case .signingCode: .requestSigningCode(Sample.token)
        }
    }

    func success() throws -> Answer {
        switch self {
        case .applicantSession, .registration:
            .applicantAdmitted(.success(try Self.admission()))
        case .phoneCode, .signingCode: .codeSent(.success(Sample.ticket))
        case .enterpriseSession:
            .enterpriseAdmitted(
                .success(EnterpriseSession(token: Sample.token, enterprise: try Sample.enterprise(), applications: [])))
        case .applications: .applications(.success([]))
        case .application: .registration(.success(try Sample.saved()))
        case .enterprise: .enterprise(.success(try Sample.enterprise()))
        }
    }

    func failure(_ trouble: Trouble) -> Answer {
        switch self {
        case .applicantSession, .registration: .applicantAdmitted(.failure(trouble))
        case .phoneCode, .signingCode: .codeSent(.failure(trouble))
        case .enterpriseSession: .enterpriseAdmitted(.failure(trouble))
        case .applications: .applications(.failure(trouble))
        case .application: .registration(.failure(trouble))
        case .enterprise: .enterprise(.failure(trouble))
        }
    }

    private static func admission() throws -> ApplicantAdmission {
        let photo = try Sample.photo()
        let digest = try #require(PaperDigest(of: photo))
        return ApplicantAdmission(
            session: try Sample.session(),
            photo: FileReference(digest: digest, format: .jpeg, byteCount: photo.count))
    }
}

@Suite(.timeLimit(.minutes(1))) struct QuestionTests {
    private let hall: Hall

    init() throws { hall = try Hall() }

    @Test(arguments: Question.allCases) func `the store's answer reaches the screens`(question: Question) async throws {
        await hall.store.put(try Sample.saved())
        let answer = await hall.answer(to: try question.work())
        #expect(try answer == question.success())
    }

    @Test(
        arguments: Question.allCases,
        [
            StoreFault.unreachable, .sessionEnded, .wrongCode(triesLeft: 2), .tooManyCodes(retryAfter: 60),
            .misunderstood,
        ])
    func `the store's fault reaches the screens`(question: Question, fault: StoreFault) async throws {
        await hall.store.set(fault: fault)
        await hall.signing.set(fault: fault)
        #expect(await hall.answer(to: try question.work()) == question.failure(.store(fault)))
    }

    @Test func `an ID card is read`() async throws {
        #expect(await hall.answer(to: .readIdentity) == .identity(.success(try Sample.identity())))
    }

    @Test func `a certificate tells its enterprise and the tries left, without a PIN`() async throws {
        guard case .certificate(.success(let found)) = await hall.answer(to: .readCertificate) else {
            Issue.record("no certificate")
            return
        }
        #expect(found.enterpriseName == (try Sample.enterprise().name))
        #expect(found.code == (try Sample.enterprise().code))
        #expect(found.triesLeft == 2)
        #expect(found.lastDay.year == 2028)
        #expect(await hall.cards.lent.isEmpty)
    }

    @Test(arguments: [CardFault.noCard(.enterprise), .removed(.enterprise), .wrongPIN(triesLeft: 1), .pinBlocked])
    func `a card's fault reaches the screens`(fault: CardFault) async throws {
        await hall.cards.set(fault: fault)
        #expect(await hall.answer(to: .readIdentity) == .identity(.failure(.card(fault))))
        #expect(await hall.answer(to: .readCertificate) == .certificate(.failure(.card(fault))))
        #expect(
            await hall.answer(to: .openEnterpriseSession(pin: Secret("123456")))
                == .enterpriseAdmitted(.failure(.card(fault))))
    }
}
