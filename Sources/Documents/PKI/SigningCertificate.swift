import Crypto
import CryptoExtras
import SwiftASN1
import X509

/// A certificate with what a signature needs of it: its exact bytes, its issuer's and serial number's, and its key.
struct SigningCertificate {
    let der: [UInt8]
    let certificate: Certificate
    /// As encoded in the certificate: a CMS signer is named by these bytes.
    let issuer: ArraySlice<UInt8>
    let serial: ArraySlice<UInt8>
    let scheme: SignatureScheme

    /// Nil when it is no certificate, or its key none that this program signs or verifies with.
    init?(der: [UInt8]) {
        guard let certificate = try? Certificate(derEncoded: der),
            let scheme = SignatureScheme(certificate.publicKey),
            let parts = Self.names(in: certificate.tbsCertificateBytes)
        else { return nil }
        self.der = der
        self.certificate = certificate
        self.scheme = scheme
        (serial, issuer) = parts
    }

    func isValid(_ signature: [UInt8], over message: [UInt8]) -> Bool {
        certificate.publicKey.isValidSignature(signature, for: message, signatureAlgorithm: scheme.algorithm)
    }

    var fingerprint: [UInt8] { Array(SHA256.hash(data: der)) }

    /// RFC 5280, 4.1: version, serial number, algorithm, issuer.
    private static func names(in body: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, ArraySlice<UInt8>)? {
        guard let root = try? DER.parse(body), case .constructed(let parts) = root.content else { return nil }
        let fields = Array(parts.drop { $0.identifier.tagClass == .contextSpecific }.prefix(3))
        return fields.count == 3 ? (fields[0].encodedBytes, fields[2].encodedBytes) : nil
    }
}

/// How keys of our certificates sign: SHA-256 always.
enum SignatureScheme: Hashable {
    /// The signature is DER of r and s.
    case ecdsaP256
    /// PKCS#1 v1.5.
    case rsa

    init?(_ key: Certificate.PublicKey) {
        if P256.Signing.PublicKey(key) != nil {
            self = .ecdsaP256
        } else if let key = _RSA.Signing.PublicKey(key), key.keySizeInBits >= 2048 {
            self = .rsa
        } else {
            return nil
        }
    }

    var algorithm: Certificate.SignatureAlgorithm {
        switch self {
        case .ecdsaP256: .ecdsaWithSHA256
        case .rsa: .sha256WithRSAEncryption
        }
    }
}
