import Crypto

/// A SHA-256 that was computed elsewhere: what arrives at a signing service is the digest, not the message.
struct RawDigest: Digest {
    static let byteCount = 32
    private let bytes: [UInt8]

    /// Nil unless there are 32 bytes.
    init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    func makeIterator() -> Array<UInt8>.Iterator { bytes.makeIterator() }

    func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        try bytes.withUnsafeBytes(body)
    }

    var description: String { "SHA-256" }
}
