package import Crypto
import Foundation
import SwiftASN1
package import X509

/// A certificate and its private key.
package struct Credential: Sendable {
    package let certificate: Certificate
    package let key: P256.Signing.PrivateKey

    package init(certificate: Certificate, key: P256.Signing.PrivateKey) {
        self.certificate = certificate
        self.key = key
    }

    package func certificateDER() throws -> [UInt8] {
        var serializer = DER.Serializer()
        try serializer.serialize(certificate)
        return serializer.serializedBytes
    }

    /// `NAME.pem` and `NAME.key` (PKCS#8), both for this user alone.
    func save(as name: String, in directory: String) throws {
        try PrivateFile.write(try certificate.serializeAsPEM().pemString + "\n", to: "\(directory)/\(name).pem")
        try PrivateFile.write(key.pemRepresentation + "\n", to: "\(directory)/\(name).key")
    }

    /// Nil when there is no such pair of files.
    init?(named name: String, in directory: String) throws {
        guard let certificate = try? String(contentsOfFile: "\(directory)/\(name).pem", encoding: .utf8),
            let key = try? String(contentsOfFile: "\(directory)/\(name).key", encoding: .utf8)
        else { return nil }
        self.certificate = try Certificate(pemEncoded: certificate)
        self.key = try P256.Signing.PrivateKey(pemRepresentation: key)
    }
}

/// Files with mode 0600 from the first byte on.
enum PrivateFile {
    static func write(_ text: String, to path: String) throws {
        unlink(path)
        guard
            FileManager.default.createFile(
                atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        else { throw CocoaError(.fileWriteUnknown) }
    }
}
