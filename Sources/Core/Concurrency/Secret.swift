import Foundation

/// Digits or letters that must not outlive their use: a card's PIN, a verification code.
///
/// A reference type over raw bytes, because a Swift `String` cannot be erased. The bytes are zeroed by `erase()` and
/// at the latest when the last reference goes. It never prints.
package final class Secret: @unchecked Sendable, Discreet {
    // Unchecked: every access to `bytes` holds `lock`.
    private let lock = NSLock()
    private var bytes: [UInt8]

    package init(_ bytes: [UInt8] = []) {
        self.bytes = bytes
        self.bytes.reserveCapacity(32)  // Growth would leave copies behind.
    }

    package convenience init(_ text: String) { self.init(Array(text.utf8)) }

    deinit { erase() }

    package var count: Int { lock.withLock { bytes.count } }
    package var isEmpty: Bool { count == 0 }

    /// Appends one ASCII character; ignored when the secret already holds 32 bytes.
    package func append(_ byte: UInt8) {
        lock.withLock { if bytes.count < 32 { bytes.append(byte) } }
    }

    package func removeLast() {
        lock.withLock { if !bytes.isEmpty { bytes[bytes.count - 1] = 0; bytes.removeLast() } }
    }

    package func erase() {
        lock.withLock {
            // Plain stores to memory that is about to go may be optimised away; this call may not.
            bytes.withUnsafeMutableBytes { buffer in
                if let start = buffer.baseAddress { explicit_bzero(start, buffer.count) }
            }
            bytes.removeAll(keepingCapacity: true)
        }
    }

    /// Lends the bytes for the length of `body`; they must not be kept.
    package func withBytes<Result>(_ body: ([UInt8]) throws -> Result) rethrows -> Result {
        try lock.withLock { try body(bytes) }
    }

    /// A copy that lives and dies by itself, for handing to a worker while the screen erases its own.
    package func copy() -> Secret { withBytes { Secret($0) } }

    package var description: String { "•••" }
}

/// Two secrets are equal when they are the same one: comparing must not read the bytes, and data that carries a secret
/// stays comparable.
extension Secret: Hashable {
    package static func == (one: Secret, other: Secret) -> Bool { one === other }
    package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
