import CentralAPI
import Core
import Crypto
import CryptoExtras
import Foundation

/// A password as it is kept: scrypt (RFC 7914) with a salt of its own, and the cost beside it so that it can be raised.
struct PasswordHash: Hashable, Sendable {
    /// Bytes of memory are 128 · `rounds` · `blockSize`.
    struct Cost: Hashable, Sendable {
        /// log2 of the rounds.
        var exponent = 15
        var blockSize = 8
        var parallelism = 3
    }

    let cost: Cost
    let salt: Data
    let key: Data

    /// - Parameter salt: 16 bytes that no other password has.
    init(_ password: String, salt: Data, cost: Cost = Cost()) throws {
        self.cost = cost
        self.salt = salt
        key = try Self.key(password, salt, cost)
    }

    /// `scrypt$15$8$3$<salt>$<key>` with base64.
    init?(_ text: String) {
        let parts = text.split(separator: "$").map(String.init)
        guard parts.count == 6, parts[0] == "scrypt", let exponent = Int(parts[1]), let blockSize = Int(parts[2]),
            let parallelism = Int(parts[3]), let salt = Data(base64Encoded: parts[4]),
            let key = Data(base64Encoded: parts[5]), key.count == 32
        else { return nil }
        cost = Cost(exponent: exponent, blockSize: blockSize, parallelism: parallelism)
        self.salt = salt
        self.key = key
    }

    var text: String {
        let numbers = "\(cost.exponent)$\(cost.blockSize)$\(cost.parallelism)"
        return "scrypt$\(numbers)$\(salt.base64EncodedString())$\(key.base64EncodedString())"
    }

    func matches(_ password: String) -> Bool {
        guard let other = try? Self.key(password, salt, cost) else { return false }
        return zip(key, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func key(_ password: String, _ salt: Data, _ cost: Cost) throws -> Data {
        // The same characters in another composition are the same password.
        let bytes = Data(password.precomposedStringWithCompatibilityMapping.utf8)
        return try KDF.Scrypt.deriveKey(
            from: bytes, salt: salt, outputByteCount: 32, rounds: 1 << cost.exponent, blockSize: cost.blockSize,
            parallelism: cost.parallelism
        ).withUnsafeBytes { Data($0) }
    }
}

extension PasswordHash: Discreet {
    var description: String { "•••" }
}

/// Hashing takes a third of a second and 32 MB: one at a time, on a thread of its own.
actor PasswordDesk {
    private let executor = QueueExecutor(label: "passwords")
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
    /// Compared with when there is no such account, so that the answer takes as long.
    private let nobody: PasswordHash?

    init(cost: PasswordHash.Cost = .init()) {
        nobody = try? PasswordHash("", salt: Data(repeating: 0, count: 16), cost: cost)
    }

    /// - Parameter kept: nil for an account that does not exist.
    func check(_ password: String, against kept: PasswordHash?) -> Bool {
        let isRight = (kept ?? nobody)?.matches(password) ?? false
        return isRight && kept != nil
    }
}
