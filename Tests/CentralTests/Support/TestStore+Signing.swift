import CentralAPI
import Core
import Crypto
import Documents
import Foundation
import Testing

@testable import Central

/// Signing as a kiosk does it: the person through the remote service, the enterprise with its card.
extension TestStore {
    /// The form of this application as the kiosk typesets it.
    func typeset(_ registration: Registration, with press: PaperPress) async throws -> [UInt8] {
        try await press.applicationForm(
            ApplicationFormContent(registration), photo: Array(Samples.photo),
            created: try #require(registration.savedAt))
    }

    /// - Parameter person: whose credential signs.
    func personallySigned(_ form: [UInt8], by person: Int = 0, with press: PaperPress) async throws -> Data {
        let id = try await session(person).applicant()
        let credential = try #require(try await registry.listCredentials(for: id).credentialIDs.first)
        let info = try await registry.credentialInfo(.init(credentialID: credential), for: id)
        let preparation = try FormSigning.prepare(
            form, field: .personal,
            appearance: try await press.personalMark(name: Samples.identity(person).name, at: clock.now),
            certificates: try #require(info.cert.certificates).map(Array.init), at: clock.now)
        _ = try await registry.sendOTP(.init(credentialID: credential), for: id)
        let code = WireSecret(try await newestCode(to: Samples.phone(person)))
        let hash = Data(preparation.digest)
        let release = try await registry.authorize(
            .init(credentialID: credential, hash: [hash], OTP: code), for: id, kiosk: Self.kiosk)
        let answer = try await registry.signHash(
            .init(credentialID: credential, SAD: release.SAD, hash: [hash]), for: id, kiosk: Self.kiosk)
        return Data(try preparation.complete(signature: Array(try #require(answer.signatures.first))))
    }

    func sealed(
        _ signed: Data, by card: TestIdentity, of employer: Int = 0, with press: PaperPress
    ) async throws -> Data {
        let preparation = try FormSigning.prepare(
            Array(signed), field: .enterprise,
            appearance: try await press.enterpriseSeal(Samples.enterprise(employer), at: clock.now),
            certificates: [Array(try card.der)], at: clock.now)
        let signature = try PersonCertificateAuthority.sign(
            preparation.digest, key: Array(card.key.rawRepresentation))
        return Data(try preparation.complete(signature: signature))
    }

    func card(_ employer: Int = 0) throws -> TestIdentity {
        try enterpriseRoot.card("测试卡", code: Samples.enterprise(employer).code.text, at: clock.now)
    }
}
