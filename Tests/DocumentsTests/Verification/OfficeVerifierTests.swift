import Core
import Foundation
import Testing

@testable import Documents

/// The office's signature on a certificate.
struct OfficeVerifierTests {
    private let authority: PersonCertificateAuthority
    private let issued: [UInt8]
    private let key = SignedSample.bytes(9)

    init() throws {
        authority = try PersonCertificateAuthority.makeRoot(
            name: "注册证书签发根", key: SignedSample.bytes(8), serial: SignedSample.bytes(8, 16), at: Sample.noon, years: 20)
        issued = try authority.issue(
            name: "示例管理部门", holder: "issuing-office", key: key, serial: SignedSample.bytes(9, 16), at: Sample.noon,
            years: 20)
    }

    private func content() throws -> CertificateContent {
        CertificateContent(
            certificateID: CertificateID(UUID()), number: "沪建二注2026000001", holderName: "测试员甲", sex: .female,
            maskedIDNumber: "310***********0094", enterprise: try Sample.enterprise(),
            issuedOn: try Sample.date("2026-11-22"), validThrough: try Sample.date("2028-11-22"),
            office: try Sample.notice().office)
    }

    private func signed(at: Date = Sample.noon, _ content: CertificateContent? = nil) async throws -> [UInt8] {
        let content = try content ?? self.content()
        let blank = try await Press.shared().certificate(content, photo: Sample.photo(), created: at)
        let preparation = try FormSigning.prepare(
            blank, field: .issuer, appearance: try await Press.shared().officeSeal(named: "示例管理部门", at: at),
            certificates: [issued, authority.root], at: at)
        let signature = try PersonCertificateAuthority.sign(preparation.digest, key: key)
        return try preparation.complete(signature: signature)
    }

    @Test func `what the office has signed holds, long after its certificate has ended too`() async throws {
        let verifier = try OfficeVerifier(roots: [authority.root])
        let signer = try await verifier.verify(signed())
        #expect(signer.holder.name == "示例管理部门" && signer.signedAt == Sample.noon)
        let late = Sample.noon.addingTimeInterval(86_400 * 366 * 21)
        let after = try await signed(at: late)
        await #expect(throws: SignatureFinding.expired) { try await verifier.verify(after) }
    }

    @Test func `another office, an empty field, a form and what was changed are refused`() async throws {
        let verifier = try OfficeVerifier(roots: [authority.root])
        let other = try PersonCertificateAuthority.makeRoot(
            name: "别处的根", key: SignedSample.bytes(7), serial: SignedSample.bytes(7, 16), at: Sample.noon, years: 20)
        let pdf = try await signed()
        await #expect(throws: SignatureFinding.untrusted) {
            try await OfficeVerifier(roots: [other.root]).verify(pdf)
        }
        let blank = try await Press.shared().certificate(content(), photo: Sample.photo(), created: Sample.noon)
        await #expect(throws: SignatureFinding.missing) { try await verifier.verify(blank) }
        let sealed = try await SignedSample().sealed(SignedSample().signed(Press.form()))
        await #expect(throws: SignatureFinding.missing) { try await verifier.verify(sealed) }
        await #expect(throws: SignatureFinding.unreadable) { try await verifier.verify(pdf + [1, 2, 3]) }
        var changed = pdf
        changed[2000] ^= 1
        await #expect(throws: SignatureFinding.self) { try await verifier.verify(changed) }
    }

    @Test func `the certificate is shown with the office's seal`() async throws {
        let content = try content()
        let pdf = try await signed(content)
        let shown = try await Press.shared().pages(of: content, signed: pdf, created: Sample.noon, width: 600)
        let blank = try await Press.shared().certificate(content, photo: Sample.photo(), created: Sample.noon)
        let bare = try await Press.shared().pages(of: content, signed: blank, created: Sample.noon, width: 600)
        let (with, without) = (try #require(shown.first), try #require(bare.first))
        #expect(without.grey.count { $0 < 200 } + 1000 < with.grey.count { $0 < 200 })
    }
}
