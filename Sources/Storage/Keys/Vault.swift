import Core
import Crypto
import Foundation

/// What the storage does with keys: wraps data keys, seals and opens rows, finds people without storing their numbers.
struct Vault: Sendable {
    private let wrapping: SymmetricKey
    private let lookup: SymmetricKey
    private let chain: SymmetricKey
    /// Stored in the file: tells whether a file was made under this device key, and nothing else.
    let fingerprint: Data

    init(_ device: DeviceKey) {
        wrapping = device.derived(for: "wrapping of data keys")
        lookup = device.derived(for: "lookup of people")
        chain = device.derived(for: "audit chain")
        fingerprint = Self.code(Data("fingerprint".utf8), under: device.derived(for: "fingerprint"))
    }

    /// HMAC-SHA256 of an ID number: the only trace of the number that a row carries.
    func person(_ number: DocumentNumber) -> Data {
        Self.code(Data("\(number.kind.rawValue)|\(number.text)".utf8), under: lookup)
    }

    /// The next link of the audit chain; without the device key nobody forges one.
    func link(_ content: Data) -> Data { Self.code(content, under: chain) }

    private static func code(_ content: Data, under key: SymmetricKey) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: content, using: key))
    }

    /// A fresh data key, and its wrapped form for the database.
    func makeDataKey(for application: ApplicationID) throws -> (key: DataKey, wrapped: Data) {
        let key = SymmetricKey(size: .bits256)
        let bytes = key.withUnsafeBytes { Data($0) }
        let wrapped = try AES.GCM.seal(bytes, using: wrapping, authenticating: Self.label(application))
        return (DataKey(key), try wrapped.joined())
    }

    func unwrap(_ wrapped: Data, for application: ApplicationID) throws -> DataKey {
        let box = try AES.GCM.SealedBox(combined: wrapped)
        return DataKey(
            SymmetricKey(data: try AES.GCM.open(box, using: wrapping, authenticating: Self.label(application))))
    }

    private static func label(_ application: ApplicationID) -> Data { Data("data key \(application)".utf8) }
}

/// The key of one application's rows. Erasing an application is erasing this key.
struct DataKey {
    private let key: SymmetricKey

    init(_ key: SymmetricKey) { self.key = key }

    /// AES-256-GCM as nonce, ciphertext and tag.
    /// - Parameter label: names table and row, so that a ciphertext opens only in its own place.
    func seal(_ plain: Data, as label: String) throws -> Data {
        try AES.GCM.seal(plain, using: key, authenticating: Data(label.utf8)).joined()
    }

    func open(_ sealed: Data, as label: String) throws -> Data {
        try AES.GCM.open(
            AES.GCM.SealedBox(combined: sealed), using: key, authenticating: Data(label.utf8))
    }

    func seal(encoding value: some Encodable, as label: String) throws -> Data {
        try seal(JSONEncoder().encode(value), as: label)
    }

    func open<Value: Decodable>(_ type: Value.Type, from sealed: Data, as label: String) throws -> Value {
        try JSONDecoder().decode(type, from: open(sealed, as: label))
    }
}

extension AES.GCM.SealedBox {
    // `combined` is nil only for nonces that are not 12 bytes long; the default nonce always is.
    fileprivate func joined() throws -> Data {
        guard let combined else { throw StorageFault.damaged }
        return combined
    }
}
