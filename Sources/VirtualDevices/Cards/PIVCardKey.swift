package import Crypto
package import CryptoExtras
import Foundation

/// A private key that never leaves its virtual card, with the certificate that goes with it.
package struct PIVCardKey: Sendable {
    package enum PrivateKey: Sendable {
        case p256(P256.Signing.PrivateKey)
        case rsa2048(_RSA.Signing.PrivateKey)
    }

    let privateKey: PrivateKey
    /// DER.
    let certificate: [UInt8]

    package init(_ privateKey: PrivateKey, certificate: [UInt8]) {
        self.privateKey = privateKey
        self.certificate = certificate
    }

    /// Algorithm reference of NIST SP 800-78.
    var algorithm: UInt8 {
        switch privateKey {
        case .p256: 0x11
        case .rsa2048: 0x07
        }
    }

    /// What GENERAL AUTHENTICATE does: ECDSA over a digest, or the bare RSA power of a padded block. Nil for input
    /// of the wrong length.
    func sign(_ challenge: [UInt8]) -> [UInt8]? {
        switch privateKey {
        case .p256(let key):
            guard challenge.count == RawDigest.byteCount else { return nil }
            return (try? key.signature(for: RawDigest(bytes: challenge))).map { Array($0.derRepresentation) }
        case .rsa2048(let key):
            guard challenge.count == 256 else { return nil }
            return try? Self.power(key, challenge)
        }
    }

    // Signing blinded messages is the one API of swift-crypto that applies the key to bytes as they are.
    private static func power(_ key: _RSA.Signing.PrivateKey, _ block: [UInt8]) throws -> [UInt8] {
        let raw = try _RSA.BlindSigning.PrivateKey<SHA384>(derRepresentation: key.derRepresentation)
        return Array(try raw.blindSignature(for: block).rawRepresentation)
    }
}

/// A SHA-256 digest that somebody else computed.
private struct RawDigest: Digest {
    static let byteCount = 32
    let bytes: [UInt8]

    func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        try bytes.withUnsafeBytes(body)
    }

    var description: String { "SHA-256 digest" }
}
