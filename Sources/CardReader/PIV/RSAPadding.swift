/// EMSA-PKCS1-v1_5 (RFC 8017, 9.2): the card only raises to its power, the padding is ours.
enum RSAPadding {
    /// - Returns: `00 01 FF… 00 DigestInfo`, as long as the modulus.
    static func sha256(_ digest: [UInt8], modulusLength: Int) -> [UInt8] {
        let info = sha256Prefix + digest
        return [0, 1] + [UInt8](repeating: 0xFF, count: modulusLength - info.count - 3) + [0] + info
    }

    // DigestInfo of SHA-256 up to the digest itself.
    private static let sha256Prefix: [UInt8] = [
        0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04,
        0x20,
    ]
}
