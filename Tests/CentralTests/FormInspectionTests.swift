import Core
import Crypto
import Documents
import Foundation
import Testing

@testable import Central

/// Real papers, real signatures.
struct FormInspectionTests {
    private let press: PaperPress

    init() throws { press = try PaperPress(fonts: Fonts.directory) }

    /// A saved application of a registered person.
    private func saved(_ store: TestStore) async throws -> Registration {
        let session = try await store.registered()
        return try await store.registry.registration(try await store.save().id, for: session)
    }

    @Test func `form, signature and seal go all the way`() async throws {
        try await withStore(inspectingWith: press) { store in
            let registration = try await saved(store)
            let form = try await store.typeset(registration, with: press)
            let signed = try await store.personallySigned(form, with: press)
            #expect(try await store.sign(registration.id, pdf: signed).status().state == .personallySigned)
            _ = try await store.enterpriseSession()
            let sealed = try await store.sealed(signed, by: store.card(), with: press)
            let accepted = try await store.seal(registration.id, pdf: sealed).status()
            #expect(accepted.state == .accepted)
            #expect(accepted.noticeNumber != nil)
        }
    }

    /// What a dishonest or broken kiosk might file as personally signed.
    enum Forgery: CaseIterable {
        case nothing, unsigned, anotherSigner, anotherForm, changedByte, appended, strangeRoot

        var findings: Set<SignatureFinding> {
            switch self {
            case .nothing: [.unreadable]
            case .unsigned: [.missing]
            case .anotherSigner: [.wrongSigner]
            case .anotherForm: [.otherContent]
            case .changedByte: [.broken, .unreadable, .modifiedAfterSigning]
            case .appended: [.modifiedAfterSigning, .unreadable]
            case .strangeRoot: [.untrusted]
            }
        }
    }

    private func forge(_ forgery: Forgery, _ registration: Registration, _ store: TestStore) async throws -> Data {
        let form = try await store.typeset(registration, with: press)
        switch forgery {
        case .nothing: return Data("not a PDF".utf8)
        case .unsigned: return Data(form)
        case .anotherSigner:
            _ = try await store.registered(1)
            return try await store.personallySigned(form, by: 1, with: press)
        case .anotherForm:
            var other = try Samples.form()
            other.enterprisePhone = "021-61111111"
            var changed = registration
            _ = try changed.apply(.edit(.initial(other)), by: .applicant, at: store.clock.now)
            _ = try changed.apply(.save, by: .applicant, at: try #require(registration.savedAt))
            return try await store.personallySigned(try await store.typeset(changed, with: press), with: press)
        case .changedByte:
            var signed = try await store.personallySigned(form, with: press)
            signed[signed.startIndex + form.count / 2] ^= 1
            return signed
        case .appended:
            return try await store.personallySigned(form, with: press) + Data("\n% one more line\n".utf8)
        case .strangeRoot:
            let stranger = try TestAuthority("陌生根").card(Samples.identity().name, code: nil, at: store.clock.now)
            let preparation = try FormSigning.prepare(
                form, field: .personal,
                appearance: try await press.personalMark(name: Samples.identity().name, at: store.clock.now),
                certificates: [Array(try stranger.der)], at: store.clock.now)
            return Data(
                try preparation.complete(
                    signature: PersonCertificateAuthority.sign(
                        preparation.digest, key: Array(stranger.key.rawRepresentation))))
        }
    }

    @Test(arguments: Forgery.allCases)
    func `a personal signature that is not the applicant's on this form is refused`(_ forgery: Forgery) async throws {
        try await withStore(inspectingWith: press) { store in
            let registration = try await saved(store)
            let pdf = try await forge(forgery, registration, store)
            let refusal = try await store.sign(registration.id, pdf: pdf).refusal
            #expect(forgery.findings.contains { refusal == .signature($0) }, "\(String(describing: refusal))")
        }
    }

    enum FalseSeal: CaseIterable {
        case anotherEnterprise, strangeRoot, expired, noSeal, anotherSignedFile

        var finding: SignatureFinding {
            switch self {
            case .anotherEnterprise: .wrongSigner
            case .strangeRoot: .untrusted
            case .expired: .expired
            case .noSeal: .missing
            case .anotherSignedFile: .otherContent
            }
        }
    }

    private func forge(_ seal: FalseSeal, _ signed: Data, _ form: [UInt8], _ store: TestStore) async throws -> Data {
        let code = Samples.enterprise().code.text
        let now = store.clock.now
        switch seal {
        case .anotherEnterprise:
            return try await store.sealed(signed, by: store.card(1), with: press)
        case .strangeRoot:
            let card = try TestAuthority("测试企业根").card("测试卡", code: code, at: now)
            return try await store.sealed(signed, by: card, with: press)
        case .expired:
            let card = try store.enterpriseRoot.card("测试卡", code: code, from: -200, through: -100, at: now)
            return try await store.sealed(signed, by: card, with: press)
        case .noSeal: return signed
        case .anotherSignedFile:
            store.clock.advance(seconds: 60)
            let again = try await store.personallySigned(form, with: press)
            return try await store.sealed(again, by: store.card(), with: press)
        }
    }

    @Test(arguments: FalseSeal.allCases)
    func `a seal that is not the employer's on the signed form is refused`(_ seal: FalseSeal) async throws {
        try await withStore(inspectingWith: press) { store in
            let registration = try await saved(store)
            let form = try await store.typeset(registration, with: press)
            let signed = try await store.personallySigned(form, with: press)
            _ = try await store.sign(registration.id, pdf: signed).status()
            _ = try await store.enterpriseSession()
            let pdf = try await forge(seal, signed, form, store)
            #expect(try await store.seal(registration.id, pdf: pdf).refusal == .signature(seal.finding))
        }
    }
}
