import Crypto
package import Foundation

/// The 256-bit key of this kiosk, under which every other key at rest stands. It comes from outside: a file today, the
/// TPM later. It never encrypts anything itself; each use has a key derived from it.
package struct DeviceKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    package static let byteCount = 32
    private let key: SymmetricKey

    /// Nil for any length but 32 bytes.
    package init?(_ bytes: Data) {
        guard bytes.count == Self.byteCount else { return nil }
        key = SymmetricKey(data: bytes)
    }

    func derived(for purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Data(purpose.utf8), outputByteCount: Self.byteCount)
    }

    package var description: String { "•••" }
    package var debugDescription: String { "•••" }
}
