import Crypto
import Foundation
import SwiftASN1
import X509

/// The machine's own key, which never leaves its disk.
package struct IdentityKey: Sendable {
    private let key: P256.Signing.PrivateKey

    package init() { key = P256.Signing.PrivateKey() }

    /// Nil when there is no P-256 key in it.
    package init?(pem: String) {
        guard
            let document = try? PEMFile.documents(in: pem).first(where: { $0.discriminator.hasSuffix("PRIVATE KEY") }),
            let key = try? P256.Signing.PrivateKey(pemRepresentation: document.pemString)
        else { return nil }
        self.key = key
    }

    var pem: String { key.pemRepresentation + "\n" }

    /// DER of a PKCS#10 request for this name.
    func request(for kiosk: String) throws -> Data {
        let request = try CertificateSigningRequest(
            version: .v1, subject: try DistinguishedName { CommonName(kiosk) }, privateKey: .init(key),
            attributes: .init(),
            signatureAlgorithm: .ecdsaWithSHA256)
        var serializer = DER.Serializer()
        try serializer.serialize(request)
        return Data(serializer.serializedBytes)
    }

    func isKey(of certificate: Certificate) -> Bool { certificate.publicKey == .init(key.publicKey) }
}

/// A file of several PEM documents.
enum PEMFile {
    static func documents(in text: String) throws -> [PEMDocument] { try PEMDocument.parseMultiple(pemString: text) }

    static func certificates(in text: String) throws -> [Certificate] {
        try documents(in: text).filter { $0.discriminator == "CERTIFICATE" }.map { try Certificate(pemDocument: $0) }
    }
}
