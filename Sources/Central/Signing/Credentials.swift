import Core
import Crypto
import Documents
import Foundation

/// A person's one key at the remote signing service. The key itself is opened for the length of one signature only.
struct Credential: Sendable {
    let id: SigningCredential.ID
    let person: PersonID
    /// DER.
    let certificate: Data
    let sealedKey: Data
}

extension Registry {
    /// Makes key and certificate at the first registration; later ones keep them.
    func provideCredential(for person: Person, in session: some SQLSession) throws {
        guard try session.credential(of: person.id) == nil else { return }
        let key = P256.Signing.PrivateKey().rawRepresentation
        let id = world.uuid().uuidString.lowercased()
        // The subject's serialNumber is the credential, not the person's number: certificates travel with every form.
        let certificate = try authority.issue(
            name: person.identity.name, holder: id, key: Array(key), serial: Array(world.bytes(16)), at: world.now(),
            years: Self.credentialYears)
        try session.run(
            "INSERT INTO credentials (id, person, certificate, sealed_key) VALUES (?, ?, ?, ?)", id, person.id,
            Data(certificate), try vault.seal(key, for: .personKeys, owner: id))
    }

    private static let credentialYears = 10

    /// - Parameter hash: SHA-256, 32 bytes.
    /// - Returns: ECDSA as DER.
    func sign(_ hash: Data, with credential: Credential) throws -> Data {
        let key = try vault.open(credential.sealedKey, for: .personKeys, owner: credential.id)
        return Data(try PersonCertificateAuthority.sign(Array(hash), key: Array(key)))
    }
}

extension SQLSession {
    func credential(of person: PersonID) throws -> Credential? {
        try row("SELECT * FROM credentials WHERE person = ?", person).map { row in
            Credential(
                id: try row.text("id"), person: try row.identifier("person"),
                certificate: try row.blob("certificate"), sealedKey: try row.blob("sealed_key"))
        }
    }
}
