/// Decodes the bytes of a string, which the standard library keeps well-formed.
struct BytesDecoder {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// The next scalar's value and the place of its first byte.
    @inline(__always)
    mutating func next() -> (value: UInt32, start: Int)? {
        guard index < bytes.count else { return nil }
        let start = index
        let first = UInt32(bytes[start])
        switch first {
        case 0..<0x80:
            index += 1
            return (first, start)
        case 0..<0xE0:
            index += 2
            return ((first & 0x1F) << 6 | tail(start + 1), start)
        case 0..<0xF0:
            index += 3
            return ((first & 0x0F) << 12 | tail(start + 1) << 6 | tail(start + 2), start)
        default:
            index += 4
            return ((first & 0x07) << 18 | tail(start + 1) << 12 | tail(start + 2) << 6 | tail(start + 3), start)
        }
    }

    @inline(__always)
    private func tail(_ index: Int) -> UInt32 { UInt32(bytes[index] & 0x3F) }
}
