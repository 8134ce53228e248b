import Core
import Crypto
import Documents
import Foundation
import Testing

/// A form on its way through both signatures, with keys and roots of the test's own.
struct SignedSample {
    let personAuthority: PersonCertificateAuthority
    let enterpriseAuthority: TestAuthority
    let personKey: TestKey
    let personCertificate: [UInt8]
    let enterpriseKey: TestKey
    let enterpriseCertificate: [UInt8]
    static let holder = "H-0001"

    init(
        enterpriseKey: TestKey = .p256(), _ options: TestAuthority.Options = .init(),
        personSerial: [UInt8] = Self.bytes(2, 16)
    ) throws {
        personAuthority = try PersonCertificateAuthority.makeRoot(
            name: "测试个人证书根", key: Self.bytes(1), serial: Self.bytes(1, 16), at: Sample.noon, years: 10)
        personCertificate = try personAuthority.issue(
            name: "测试员甲", holder: Self.holder, key: Self.bytes(2), serial: personSerial, at: Sample.noon,
            years: 2)
        personKey = try TestKey.p256(.init(rawRepresentation: Self.bytes(2)))
        enterpriseAuthority = try TestAuthority()
        self.enterpriseKey = enterpriseKey
        enterpriseCertificate = try enterpriseAuthority.issue(enterpriseKey, options)
    }

    /// Bytes that are valid as a P-256 key.
    static func bytes(_ first: UInt8, _ count: Int = 32) -> [UInt8] {
        (0..<count).map { first &+ UInt8($0) }
    }

    func signed(
        _ base: [UInt8], mark: SignatureMark = .typeset, at: Date = Sample.noon
    ) async throws -> [UInt8] {
        let mark = try await Press.shared().personalMark(name: "测试员甲", mark, at: at)
        let preparation = try FormSigning.prepare(
            base, field: .personal, appearance: mark, certificates: [personCertificate], at: at)
        return try preparation.complete(signature: personKey.sign(digest: preparation.digest))
    }

    func sealed(_ signed: [UInt8], at: Date = Sample.noon) async throws -> [UInt8] {
        let seal = try await Press.shared().enterpriseSeal(Sample.enterprise(), at: at)
        let preparation = try FormSigning.prepare(
            signed, field: .enterprise, appearance: seal, certificates: [enterpriseCertificate], at: at)
        return try preparation.complete(signature: enterpriseKey.sign(digest: preparation.digest))
    }

    func verifier() throws -> SignatureVerifier {
        try SignatureVerifier(personRoots: [personAuthority.root], enterpriseRoots: [enterpriseAuthority.der])
    }

    var roots: [[UInt8]] { [personAuthority.root, enterpriseAuthority.der] }
}
