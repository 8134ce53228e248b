/// Letters and digits packed so that numbers sort as the texts do: the first ten, six bits each, 0 after the end.
enum PackedInitials {
    private static let length = 10

    static func pack(_ text: [UInt8]) -> UInt64 {
        let count = min(length, text.count)
        var result: UInt64 = 0
        for index in 0..<count { result = result << 6 | code(text[index]) }
        return result << (6 * UInt64(length - count))
    }

    /// The numbers of all texts that begin so.
    static func range(of prefix: [UInt8]) -> ClosedRange<UInt64> {
        let low = pack(prefix)
        let free = 6 * UInt64(length - min(length, prefix.count))
        return low...(low | (1 << free - 1))
    }

    private static func code(_ byte: UInt8) -> UInt64 {
        switch byte {
        case 0x30...0x39: UInt64(byte - 0x30 + 1)
        case 0x61...0x7A: UInt64(byte - 0x61 + 11)
        default: 63
        }
    }
}
