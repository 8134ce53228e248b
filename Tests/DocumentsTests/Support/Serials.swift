/// Serial numbers of certificates about the bounds of RFC 5280, 4.1.2.2.
enum Serials {
    static let allowed: [[UInt8]] = [
        [0x01], [0x80], run(0xFF, 16), [0x00] + run(0xFF, 19), run(0x00, 8) + run(0x80, 8), run(0x7F, 20),
    ]
    /// Of no bytes, zero, and 21 octets in length: one for the sign, or of their own.
    static let forbidden: [[UInt8]] = [
        [], run(0x00, 16), [0x80] + run(0x00, 19), run(0xFF, 20), run(0x01, 21),
    ]

    private static func run(_ byte: UInt8, _ count: Int) -> [UInt8] { [UInt8](repeating: byte, count: count) }
}
