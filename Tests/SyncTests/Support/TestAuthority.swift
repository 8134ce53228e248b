import Crypto
import Foundation
import SwiftASN1
import X509

/// A root of its own for one test, and the PEM files that it issues.
struct TestAuthority {
    private let key = P256.Signing.PrivateKey()
    private let name: DistinguishedName
    private let root: Certificate
    private let folder: String

    init(named name: String, in folder: String) throws {
        self.name = try DistinguishedName { CommonName(name) }
        self.folder = folder
        root = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: .init(key.publicKey),
            notValidBefore: .now - 3_600, notValidAfter: .now + 86_400, issuer: self.name, subject: self.name,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try .init {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
                Critical(KeyUsage(keyCertSign: true))
            },
            issuerPrivateKey: .init(key))
    }

    func writeRoot() throws -> String { try write(root.serializeAsPEM().pemString, "root") }

    /// For 127.0.0.1, both as server and as client.
    func issue(_ subject: String, expires: Date = .now + 3_600) throws -> (certificate: String, key: String) {
        let own = P256.Signing.PrivateKey()
        let certificate = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: .init(own.publicKey),
            notValidBefore: .now - 3_000, notValidAfter: expires, issuer: name,
            subject: try DistinguishedName { CommonName(subject) }, signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try .init {
                Critical(BasicConstraints.notCertificateAuthority)
                Critical(KeyUsage(digitalSignature: true))
                try ExtendedKeyUsage([.serverAuth, .clientAuth])
                SubjectAlternativeNames([.ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1]))])
            },
            issuerPrivateKey: .init(key))
        return (
            try write(certificate.serializeAsPEM().pemString, "certificate"), try write(own.pemRepresentation, "key")
        )
    }

    private func write(_ pem: String, _ kind: String) throws -> String {
        let path = folder + "/\(kind)-\(UUID().uuidString).pem"
        try Data(pem.utf8).write(to: URL(filePath: path))
        return path
    }
}
