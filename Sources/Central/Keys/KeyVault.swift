import Core
import Crypto
import Foundation

/// The store's own key: what must not be read from the database file alone is encrypted or keyed with it. Each purpose
/// has a key of its own, derived by HKDF.
struct KeyVault: Sendable {
    enum Purpose: String, CaseIterable {
        case personKeys, personRoot, officeKey, codes, tokens, kioskAuthority, enrolmentCodes
    }

    private let master: SymmetricKey

    init(master: SymmetricKey) { self.master = master }

    /// - Throws: `KeyFileFault` when the file is not 32 bytes that only its owner can read.
    init(file: URL) throws {
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path())
        let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0o777
        guard mode & 0o077 == 0 else { throw KeyFileFault.readableByOthers }
        let bytes = try Data(contentsOf: file)
        guard bytes.count == 32 else { throw KeyFileFault.wrongLength(bytes.count) }
        master = SymmetricKey(data: bytes)
    }

    /// Makes a new key file; an existing one is left alone.
    static func create(file: URL) throws -> KeyVault {
        let master = SymmetricKey(size: .bits256)
        try PrivateFile.create(master.withUnsafeBytes { Data($0) }, at: file)
        return KeyVault(master: master)
    }

    func seal(_ plain: Data, for purpose: Purpose, owner: String) throws -> Data {
        try AES.GCM.seal(plain, using: key(purpose), nonce: AES.GCM.Nonce(), authenticating: Data(owner.utf8)).combined
            ?? Data()
    }

    func open(_ sealed: Data, for purpose: Purpose, owner: String) throws -> Data {
        try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: key(purpose), authenticating: Data(owner.utf8))
    }

    /// Lower-case hexadecimal of a keyed hash: finds a secret again without keeping it.
    func hash(_ text: String, for purpose: Purpose) -> String {
        HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key(purpose)).hex
    }

    private func key(_ purpose: Purpose) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: master, info: Data(purpose.rawValue.utf8), outputByteCount: 32)
    }
}

extension KeyVault: Discreet {
    var description: String { "•••" }
}

enum KeyFileFault: Error, CustomStringConvertible {
    case readableByOthers
    case wrongLength(Int)

    var description: String {
        switch self {
        case .readableByOthers: "others may read it; make it mode 0600"
        case .wrongLength(let count): "\(count) bytes instead of 32"
        }
    }
}
