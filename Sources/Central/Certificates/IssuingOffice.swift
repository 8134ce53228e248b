import Crypto
import Documents
import Foundation
import SwiftASN1

/// The issuing office's own certificate and key: what 注册证书 are signed with. It has a root of its own, which a PDF
/// program is told to trust; persons' signatures hang on another.
struct IssuingOffice: Sendable {
    /// DER.
    let root: [UInt8]
    let certificate: [UInt8]
    private let key: [UInt8]

    fileprivate init(root: [UInt8], certificate: [UInt8], key: [UInt8]) {
        self.root = root
        self.certificate = certificate
        self.key = key
    }

    /// DER of an ECDSA signature over a SHA-256.
    func sign(_ digest: [UInt8]) throws -> [UInt8] { try PersonCertificateAuthority.sign(digest, key: key) }
}

/// Its files: the root and the certificate as PEM for everybody, the key encrypted under the store's key file. The
/// root's own key is not kept: another office gets another root.
struct IssuingOfficeFiles {
    let root: URL
    let certificate: URL
    let key: URL
    let vault: KeyVault

    private static let owner = "issuing office"
    private static let years = 20

    func open() throws -> IssuingOffice {
        let key = try vault.open(Data(contentsOf: key), for: .officeKey, owner: Self.owner)
        return IssuingOffice(root: try Self.der(root), certificate: try Self.der(certificate), key: Array(key))
    }

    func create(named name: String, _ world: World) throws {
        let authority = try PersonCertificateAuthority.makeRoot(
            name: "注册证书签发根", key: Array(P256.Signing.PrivateKey().rawRepresentation), serial: Array(world.bytes(16)),
            at: world.now(), years: Self.years)
        let secret = P256.Signing.PrivateKey().rawRepresentation
        let issued = try authority.issue(
            name: name, holder: "issuing-office", key: Array(secret), serial: Array(world.bytes(16)), at: world.now(),
            years: Self.years)
        // The key last: where it stands, all do.
        try Self.write(authority.root, to: root)
        try Self.write(issued, to: certificate)
        try PrivateFile.create(try vault.seal(secret, for: .officeKey, owner: Self.owner), at: key)
    }

    private static func der(_ file: URL) throws -> [UInt8] {
        try PEMDocument(pemString: String(contentsOf: file, encoding: .utf8)).derBytes
    }

    private static func write(_ der: [UInt8], to file: URL) throws {
        let pem = PEMDocument(type: "CERTIFICATE", derBytes: der).pemString
        try Data((pem + "\n").utf8).write(to: file)
    }
}

extension IssuingOffice: CustomStringConvertible {
    var description: String { "•••" }
}
