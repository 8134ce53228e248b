import Crypto
import CryptoExtras
import Documents
import Foundation
import SwiftASN1
import Testing
import X509

/// An authority of the test's own, like the one that issues enterprises' cards.
struct TestAuthority {
    /// Of its own certificate.
    let der: [UInt8]
    private let certificate: Certificate
    private let key = P256.Signing.PrivateKey()

    /// A root, or under `superior` an authority between a root and a card.
    init(name: String = "测试企业证书根", under superior: TestAuthority? = nil, at: Date = Sample.noon) throws {
        let subject = try DistinguishedName { CommonName(name) }
        certificate = try Certificate(
            version: .v3, serialNumber: .init(bytes: Self.serial()), publicKey: .init(key.publicKey),
            notValidBefore: at.addingTimeInterval(-86_400), notValidAfter: at.addingTimeInterval(3650 * 86_400),
            issuer: superior?.certificate.subject ?? subject, subject: subject, signatureAlgorithm: .ecdsaWithSHA256,
            extensions: Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
                Critical(KeyUsage(keyCertSign: true))
            }, issuerPrivateKey: .init(superior?.key ?? key))
        der = try certificate.der
    }

    /// How a credit code may stand in a certificate.
    enum Encoding: CaseIterable, Sendable { case utf8, printable, ia5, bare, wrapped, subject, absent }

    struct Options {
        var name = "上海示例建筑设计有限公司"
        var code = "91350100M000100Y43"
        var encoding = Encoding.utf8
        var from = Sample.noon.addingTimeInterval(-3600)
        var until = Sample.noon.addingTimeInterval(365 * 86_400)
        var isAuthority = false
        var usage = KeyUsage(digitalSignature: true, nonRepudiation: true)
        var serial = TestAuthority.serial()
    }

    func issue(_ key: TestKey, _ options: Options = Options()) throws -> [UInt8] {
        var extensions = try Certificate.Extensions {
            Critical(
                options.isAuthority
                    ? BasicConstraints.isCertificateAuthority(maxPathLength: nil) : .notCertificateAuthority)
            Critical(options.usage)
        }
        var subject: [RelativeDistinguishedName.Attribute] = [
            .init(type: .RDNAttributeType.commonName, utf8String: options.name)
        ]
        switch options.encoding {
        case .subject: subject.append(.init(type: Self.creditCode, utf8String: options.code))
        case .absent: break
        case .utf8, .printable, .ia5, .bare, .wrapped:
            let value = try options.encoding.encode(options.code)
            try extensions.append(.init(oid: Self.creditCode, critical: false, value: value[...]))
        }
        return try Certificate(
            version: .v3, serialNumber: .init(bytes: options.serial), publicKey: key.publicKey,
            notValidBefore: options.from,
            notValidAfter: options.until, issuer: certificate.subject, subject: DistinguishedName(subject),
            signatureAlgorithm: .ecdsaWithSHA256, extensions: extensions, issuerPrivateKey: .init(self.key)
        ).der
    }

    /// 16 random bytes, as our own authority has them. `Certificate.SerialNumber()` draws 20, which in every second
    /// certificate take 21 octets with their sign: more than RFC 5280 allows (4.1.2.2) and than NSS, which pdfsig reads
    /// certificates with, accepts.
    static func serial() -> [UInt8] { (0..<16).map { _ in UInt8.random(in: .min ... .max) } }

    static let creditCode: ASN1ObjectIdentifier = [1, 2, 156, 112570, 11, 210]
}

/// A key as a card or a signing service holds it: signs a SHA-256.
enum TestKey {
    case p256(P256.Signing.PrivateKey)
    case rsa(_RSA.Signing.PrivateKey)

    static func p256() -> TestKey { .p256(P256.Signing.PrivateKey()) }
    /// Made once: 2048-bit keys take their time.
    static func rsa() throws -> TestKey { .rsa(try rsaKey.get()) }
    private static let rsaKey = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }

    var publicKey: Certificate.PublicKey {
        switch self {
        case .p256(let key): .init(key.publicKey)
        case .rsa(let key): .init(key.publicKey)
        }
    }

    /// What a card is given and gives back: a digest for a signature, ECDSA as DER, RSA as PKCS#1 v1.5.
    func sign(digest: [UInt8]) throws -> [UInt8] {
        switch self {
        case .p256(let key):
            return try PersonCertificateAuthority.sign(digest, key: Array(key.rawRepresentation))
        case .rsa(let key):
            return try withFiles([Array(key.pemRepresentation.utf8), digest, []]) { paths in
                let command = try Command(
                    "/usr/bin/openssl",
                    [
                        "pkeyutl", "-sign", "-inkey", paths[0], "-pkeyopt", "digest:sha256", "-in", paths[1], "-out",
                        paths[2],
                    ])
                try #require(command.status == 0, "\(command.output)")
                return try Array(Data(contentsOf: URL(filePath: paths[2])))
            }
        }
    }
}

extension Certificate {
    var der: [UInt8] {
        get throws {
            var serializer = DER.Serializer()
            try serializer.serialize(self)
            return serializer.serializedBytes
        }
    }
}

extension TestAuthority.Encoding {
    fileprivate func encode(_ text: String) throws -> [UInt8] {
        var serializer = DER.Serializer()
        switch self {
        case .printable: try serializer.serialize(ASN1PrintableString(text))
        case .ia5: try serializer.serialize(ASN1IA5String(text))
        case .utf8, .subject, .absent: try serializer.serialize(ASN1UTF8String(text))
        case .bare: return Array(text.utf8)
        case .wrapped:
            let inner = try TestAuthority.Encoding.utf8.encode(text)
            try serializer.serialize(ASN1OctetString(contentBytes: inner[...]))
        }
        return serializer.serializedBytes
    }
}
