import Crypto
import Foundation
import SwiftASN1
import X509

/// An authority of a test, and what it issues. Plainly fictitious.
struct TestAuthority {
    let certificate: Certificate
    private let key: P256.Signing.PrivateKey

    init(_ name: String) throws {
        let key = P256.Signing.PrivateKey()
        self.key = key
        let subject = try DistinguishedName { CommonName(name) }
        certificate = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: .init(key.publicKey),
            notValidBefore: Date(timeIntervalSince1970: 1_700_000_000),
            notValidAfter: Date(timeIntervalSince1970: 2_500_000_000), issuer: subject, subject: subject,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
                Critical(KeyUsage(keyCertSign: true, cRLSign: true))
                SubjectKeyIdentifier(hash: Certificate.PublicKey(key.publicKey))
            }, issuerPrivateKey: .init(key))
    }

    var pem: String { get throws { try certificate.serializeAsPEM().pemString } }

    /// A certificate for a kiosk or a server.
    func host(_ name: String) throws -> TestIdentity {
        try issue(name, from: -86_400, through: 30 * 86_400) {
            SubjectAlternativeNames([.dnsName("localhost"), .ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1]))])
        }
    }

    /// An enterprise's card: its credit code stands as a UTF8String in SHECA's extension.
    /// - Parameters:
    ///   - start: seconds from now.
    ///   - end: seconds from now.
    func card(
        _ name: String, code: String?, from start: TimeInterval = -86_400, through end: TimeInterval = 86_400,
        at now: Date = Date()
    ) throws -> TestIdentity {
        try issue(name, from: start, through: end, at: now) {
            Critical(KeyUsage(digitalSignature: true, nonRepudiation: true))
            if let code {
                Certificate.Extension(
                    oid: [1, 2, 156, 112_570, 11, 210], critical: false,
                    value: [12, UInt8(code.utf8.count)] + code.utf8)
            }
        }
    }

    /// A staff card: role in OU, number in serialNumber and CN.
    /// - Parameter role: as OU; nil leaves it out.
    func staffCard(
        _ number: String, role: String?, from start: TimeInterval = -86_400, through end: TimeInterval = 86_400,
        at now: Date = Date()
    ) throws -> TestIdentity {
        let subject = try DistinguishedName {
            if let role { OrganizationalUnitName(role) }
            CommonName(number)
        }
        return try issue(subject, from: start, through: end, at: now) {
            Critical(KeyUsage(digitalSignature: true))
        }
    }

    private func issue(
        _ name: String, from start: TimeInterval, through end: TimeInterval, at now: Date = Date(),
        @ExtensionsBuilder extensions: () throws -> Result<Certificate.Extensions, any Error>
    ) throws -> TestIdentity {
        try issue(DistinguishedName { CommonName(name) }, from: start, through: end, at: now, extensions: extensions)
    }

    private func issue(
        _ subject: DistinguishedName, from start: TimeInterval, through end: TimeInterval, at now: Date = Date(),
        @ExtensionsBuilder extensions: () throws -> Result<Certificate.Extensions, any Error>
    ) throws -> TestIdentity {
        let own = P256.Signing.PrivateKey()
        let issued = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: .init(own.publicKey),
            notValidBefore: now.addingTimeInterval(start), notValidAfter: now.addingTimeInterval(end),
            issuer: certificate.subject, subject: subject,
            signatureAlgorithm: .ecdsaWithSHA256, extensions: try Certificate.Extensions(builder: extensions),
            issuerPrivateKey: .init(key))
        return TestIdentity(certificate: issued, key: own)
    }
}

struct TestIdentity {
    let certificate: Certificate
    let key: P256.Signing.PrivateKey

    var pem: String { get throws { try certificate.serializeAsPEM().pemString } }
    var keyPEM: String { key.pemRepresentation }

    var der: Data {
        get throws {
            var serializer = DER.Serializer()
            try serializer.serialize(certificate)
            return Data(serializer.serializedBytes)
        }
    }

    func sign(_ challenge: Data) throws -> Data { try key.signature(for: challenge).derRepresentation }
}
