/// Bytes to be found: units of some bytes whose beginnings lie a stride apart, with anything between them.
struct BytePattern: Hashable, Sendable {
    let bytes: [UInt8]
    /// Bytes in a unit.
    let unit: Int
    let stride: Int

    /// Bytes that follow each other.
    init(_ bytes: [UInt8]) { self.init(bytes, unit: bytes.count, stride: bytes.count) }

    init(_ bytes: [UInt8], unit: Int, stride: Int) {
        self.bytes = bytes
        self.unit = unit
        self.stride = stride
    }

    /// From its first byte to its last.
    var span: Int { unit == 0 ? 0 : (bytes.count / unit - 1) * stride + unit }
}
