import Core
import Crypto
import Foundation
import SwiftASN1
import X509

/// The store's own authority for kiosks that enrol. It stands beside `tls.clientCA`, whose key is elsewhere.
struct KioskAuthority: Sendable {
    let certificate: Certificate
    private let key: P256.Signing.PrivateKey

    fileprivate init(certificate: Certificate, key: P256.Signing.PrivateKey) {
        (self.certificate, self.key) = (certificate, key)
    }

    /// - Parameters:
    ///   - key: of the request.
    ///   - serial: 16 random bytes.
    func issue(
        to kiosk: String, key: Certificate.PublicKey, serial: Data, at now: Date, days: Int
    ) throws -> Certificate {
        // Five minutes back, for clocks that differ; whole seconds, as certificates have them.
        let start = Date(timeIntervalSince1970: now.timeIntervalSince1970.rounded(.down) - 300)
        let end = min(start.addingTimeInterval(Double(days) * 86_400), certificate.notValidAfter)
        return try Certificate(
            version: .v3, serialNumber: Self.serial(serial), publicKey: key, notValidBefore: start,
            notValidAfter: end, issuer: certificate.subject,
            subject: try DistinguishedName { CommonName(kiosk) }, signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try .init {
                Critical(BasicConstraints.notCertificateAuthority)
                Critical(KeyUsage(digitalSignature: true))
                try ExtendedKeyUsage([.clientAuth])
                AuthorityKeyIdentifier(keyIdentifier: try certificate.extensions.subjectKeyIdentifier?.keyIdentifier)
            }, issuerPrivateKey: .init(self.key))
    }

    /// RFC 5280, 4.1.2.2: positive.
    private static func serial(_ bytes: Data) -> Certificate.SerialNumber {
        Certificate.SerialNumber(bytes: [0x40 | bytes[bytes.startIndex] & 0x3F] + bytes.dropFirst())
    }
}

extension KioskAuthority: Discreet {
    var description: String { "kiosk authority" }
}

/// Its files: the certificate as PEM, the key encrypted under the store's key file.
struct KioskAuthorityFiles {
    let certificate: URL
    let key: URL
    let vault: KeyVault

    private static let owner = "kiosk authority"
    private static let years = 20.0

    func open() throws -> KioskAuthority {
        let certificate = try Certificate(pemEncoded: String(contentsOf: certificate, encoding: .utf8))
        let raw = try vault.open(Data(contentsOf: key), for: .kioskAuthority, owner: Self.owner)
        let key = try P256.Signing.PrivateKey(rawRepresentation: raw)
        guard certificate.publicKey == Certificate.PublicKey(key.publicKey) else { throw KioskAuthorityFault.otherKey }
        return KioskAuthority(certificate: certificate, key: key)
    }

    /// Once.
    func create(_ world: World) throws {
        guard !FileManager.default.fileExists(atPath: certificate.path()) else {
            throw KioskAuthorityFault.keyElsewhere(certificate.lastPathComponent)
        }
        let secret = P256.Signing.PrivateKey()
        let name = try DistinguishedName { CommonName("自助机证书签发") }
        let start = Date(timeIntervalSince1970: world.now().timeIntervalSince1970.rounded(.down) - 300)
        let made = try Certificate(
            version: .v3, serialNumber: .init(bytes: [0x40] + world.bytes(15)), publicKey: .init(secret.publicKey),
            notValidBefore: start, notValidAfter: start.addingTimeInterval(Self.years * 365.25 * 86_400), issuer: name,
            subject: name, signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try .init {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
                Critical(KeyUsage(keyCertSign: true, cRLSign: true))
                SubjectKeyIdentifier(hash: Certificate.PublicKey(secret.publicKey))
            }, issuerPrivateKey: .init(secret))
        // The certificate last: where it stands, both do.
        if FileManager.default.fileExists(atPath: key.path()) { try FileManager.default.removeItem(at: key) }
        try PrivateFile.create(
            try vault.seal(secret.rawRepresentation, for: .kioskAuthority, owner: Self.owner), at: key)
        try Data((try made.serializeAsPEM().pemString + "\n").utf8).write(to: certificate, options: .atomic)
    }
}

enum KioskAuthorityFault: Error, Hashable, CustomStringConvertible {
    case otherKey
    case keyElsewhere(String)

    var description: String {
        switch self {
        case .otherKey: "the key is not that of the certificate"
        case .keyElsewhere(let name):
            "\(name) is here and its key is not: the key is elsewhere. Bring it back, or name other files in "
                + "“enrolment”; certificates that were issued under tls.clientCA stay good beside it"
        }
    }
}
