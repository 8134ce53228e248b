import Crypto
import Documents
import Foundation
import SwiftASN1

/// The files of the store's own authority for personal certificates: the root as PEM for everybody, its key encrypted
/// under the key file.
struct PersonRootFiles {
    let certificate: URL
    let key: URL
    let vault: KeyVault

    private static let owner = "person root"

    func open() throws -> PersonCertificateAuthority {
        let root = try PEMDocument(pemString: String(contentsOf: certificate, encoding: .utf8))
        let key = try vault.open(Data(contentsOf: key), for: .personRoot, owner: Self.owner)
        return try PersonCertificateAuthority(root: root.derBytes, key: Array(key))
    }

    /// Makes key and certificate, once.
    func create(_ world: World) throws {
        let secret = P256.Signing.PrivateKey().rawRepresentation
        let authority = try PersonCertificateAuthority.makeRoot(
            name: "个人数字证书根", key: Array(secret), serial: Array(world.bytes(16)), at: world.now(), years: 20)
        let pem = PEMDocument(type: "CERTIFICATE", derBytes: authority.root).pemString
        // The key last: where it stands, both do.
        try Data((pem + "\n").utf8).write(to: certificate)
        try PrivateFile.create(try vault.seal(secret, for: .personRoot, owner: Self.owner), at: key)
    }
}
