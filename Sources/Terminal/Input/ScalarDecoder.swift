/// UTF-8, a byte at a time; what is not well-formed (Unicode 3.9, table 3-7) is dropped.
struct ScalarDecoder: Sendable {
    private var value: UInt32 = 0
    private var missing = 0
    /// Bounds of the next byte: keep out overlong forms, surrogates, and what is beyond U+10FFFF.
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF

    mutating func feed(_ byte: UInt8) -> Unicode.Scalar? {
        if missing > 0, allowed.contains(byte) {
            value = value << 6 | UInt32(byte & 0x3F)
            missing -= 1
            allowed = 0x80...0xBF
            return missing == 0 ? Unicode.Scalar(value) : nil
        }
        missing = 0
        return begin(byte)
    }

    private mutating func begin(_ byte: UInt8) -> Unicode.Scalar? {
        allowed = 0x80...0xBF
        switch byte {
        case 0..<0x80: return Unicode.Scalar(byte)
        case 0xC2...0xDF: (value, missing) = (UInt32(byte & 0x1F), 1)
        case 0xE0...0xEF:
            (value, missing) = (UInt32(byte & 0x0F), 2)
            if byte == 0xE0 { allowed = 0xA0...0xBF }
            if byte == 0xED { allowed = 0x80...0x9F }
        case 0xF0...0xF4:
            (value, missing) = (UInt32(byte & 0x07), 3)
            if byte == 0xF0 { allowed = 0x90...0xBF }
            if byte == 0xF4 { allowed = 0x80...0x8F }
        default: break
        }
        return nil
    }
}
