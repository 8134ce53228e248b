import Crypto
package import Foundation
import SwiftASN1
import X509

/// The store's own authority for personal certificates: a root, and certificates for people whose keys the store's
/// remote signing service holds. All keys are P-256.
///
/// Keys travel as their 32 raw bytes; whoever stores them encrypts them.
package struct PersonCertificateAuthority: Sendable {
    /// DER of the self-signed root.
    package let root: [UInt8]
    private let certificate: Certificate
    private let key: P256.Signing.PrivateKey

    package enum Fault: Error, Hashable, Sendable {
        case keyUnreadable, certificateUnreadable
        /// The key is not the root's.
        case keyMismatch
        /// Not positive, or longer than a certificate may have it.
        case serialNumber
        /// Not the 32 bytes of a SHA-256.
        case digestLength
    }

    /// Opens an authority that was made before.
    package init(root: [UInt8], key: [UInt8]) throws(Fault) {
        guard let certificate = try? Certificate(derEncoded: root) else { throw .certificateUnreadable }
        guard let key = try? P256.Signing.PrivateKey(rawRepresentation: key) else { throw .keyUnreadable }
        guard certificate.publicKey == Certificate.PublicKey(key.publicKey) else { throw .keyMismatch }
        self.root = root
        self.certificate = certificate
        self.key = key
    }

    /// Makes a root that is valid for `years`.
    /// - Parameter serial: 16 random bytes.
    package static func makeRoot(
        name: String, key: [UInt8], serial: [UInt8], at: Date, years: Int
    ) throws(Fault) -> PersonCertificateAuthority {
        guard let privateKey = try? P256.Signing.PrivateKey(rawRepresentation: key) else { throw .keyUnreadable }
        let serial = try serialNumber(serial)
        guard
            let subject = try? DistinguishedName([
                .init(type: .RDNAttributeType.countryName, printableString: "CN"),
                .init(type: .RDNAttributeType.commonName, utf8String: name),
            ]),
            let der = try? Self.issue(
                subject, key: privateKey.publicKey, issuer: subject, issuerKey: privateKey, serial: serial,
                validity: Self.validity(from: at, years: years),
                extensions: Certificate.Extensions {
                    Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
                    Critical(KeyUsage(keyCertSign: true, cRLSign: true))
                    SubjectKeyIdentifier(keyIdentifier: Self.identifier(of: privateKey.publicKey))
                })
        else { throw .certificateUnreadable }
        return try PersonCertificateAuthority(root: der, key: key)
    }

    /// A certificate for the key of one person.
    /// - Parameters:
    ///   - name: of the person, becomes the common name.
    ///   - holder: an opaque number for the person, becomes the subject's serialNumber; never the ID number.
    ///   - serial: of the certificate, 16 random bytes.
    /// - Returns: DER.
    package func issue(
        name: String, holder: String, key personKey: [UInt8], serial: [UInt8], at: Date, years: Int
    ) throws(Fault) -> [UInt8] {
        guard let personKey = try? P256.Signing.PrivateKey(rawRepresentation: personKey) else { throw .keyUnreadable }
        let serial = try Self.serialNumber(serial)
        guard
            let subject = try? DistinguishedName([
                .init(type: .RDNAttributeType.countryName, printableString: "CN"),
                .init(type: .RDNAttributeType.commonName, utf8String: name),
                .init(type: CertificateNames.serialNumber, printableString: holder),
            ]),
            let der = try? Self.issue(
                subject, key: personKey.publicKey, issuer: certificate.subject, issuerKey: key, serial: serial,
                validity: Self.validity(from: at, years: years),
                extensions: Certificate.Extensions {
                    Critical(BasicConstraints.notCertificateAuthority)
                    Critical(KeyUsage(digitalSignature: true, nonRepudiation: true))
                    SubjectKeyIdentifier(keyIdentifier: Self.identifier(of: personKey.publicKey))
                    AuthorityKeyIdentifier(keyIdentifier: Self.identifier(of: key.publicKey))
                })
        else { throw .certificateUnreadable }
        return der
    }

    /// Signs a SHA-256 with a person's key: DER of an ECDSA signature.
    package static func sign(_ digest: [UInt8], key: [UInt8]) throws(Fault) -> [UInt8] {
        guard let digest = RawDigest(digest) else { throw .digestLength }
        guard let key = try? P256.Signing.PrivateKey(rawRepresentation: key),
            let signature = try? key.signature(for: digest)
        else { throw .keyUnreadable }
        return Array(signature.derRepresentation)
    }

    private static func issue(
        _ subject: DistinguishedName, key: P256.Signing.PublicKey, issuer: DistinguishedName,
        issuerKey: P256.Signing.PrivateKey, serial: Certificate.SerialNumber, validity: (from: Date, until: Date),
        extensions: Certificate.Extensions
    ) throws -> [UInt8] {
        let certificate = try Certificate(
            version: .v3, serialNumber: serial, publicKey: .init(key),
            notValidBefore: validity.from, notValidAfter: validity.until, issuer: issuer, subject: subject,
            signatureAlgorithm: .ecdsaWithSHA256, extensions: extensions, issuerPrivateKey: .init(issuerKey))
        var serializer = DER.Serializer()
        try serializer.serialize(certificate)
        return serializer.serializedBytes
    }

    /// RFC 5280, 4.1.2.2: positive, at most 20 octets. From 0x80 upwards the sign takes one more. NSS, and with it
    /// poppler, does not even read a certificate whose serial number is longer.
    private static func serialNumber(_ bytes: [UInt8]) throws(Fault) -> Certificate.SerialNumber {
        let digits = bytes.drop { $0 == 0 }
        guard let first = digits.first, digits.count + (first < 0x80 ? 0 : 1) <= 20 else { throw .serialNumber }
        return Certificate.SerialNumber(bytes: digits)
    }

    /// Five minutes back, for clocks that differ; whole seconds, as certificates have them.
    private static func validity(from instant: Date, years: Int) -> (from: Date, until: Date) {
        let start = Date(timeIntervalSince1970: instant.timeIntervalSince1970.rounded(.down) - 300)
        return (start, start.addingTimeInterval(Double(years) * 365.25 * 86_400))
    }

    /// RFC 5280, 4.2.1.2 (1), with SHA-256 cut to 20 bytes as RFC 7093 has it.
    private static func identifier(of key: P256.Signing.PublicKey) -> ArraySlice<UInt8> {
        Array(SHA256.hash(data: key.x963Representation).prefix(20))[...]
    }
}
