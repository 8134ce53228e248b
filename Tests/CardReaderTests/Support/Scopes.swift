import CardReader
import Core
import CryptoExtras
import Foundation
import SwiftASN1
import Testing
import VirtualDevices
import X509

/// A fresh PKI in a directory of its own.
func withPKI<Result>(_ body: (TestPKI) throws -> Result) throws -> Result {
    let directory = try RunDirectory(prefix: "pki")
    defer { directory.remove() }
    return try body(try TestPKI(in: URL(fileURLWithPath: directory.path)))
}

/// A self-signed certificate for an RSA key, as cards of other issuers have.
func rsaCertificate(for key: _RSA.Signing.PrivateKey) throws -> [UInt8] {
    let name = try DistinguishedName { CommonName("RSA") }
    let certificate = try Certificate(
        version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: Certificate.PublicKey(key.publicKey),
        notValidBefore: Date(), notValidAfter: Date() + 86_400, issuer: name, subject: name,
        signatureAlgorithm: .sha256WithRSAEncryption, extensions: Certificate.Extensions(),
        issuerPrivateKey: Certificate.PrivateKey(key))
    return Array(try certificate.serializeAsPEM().derBytes)
}
