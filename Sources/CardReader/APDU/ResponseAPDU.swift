/// What a card answers: data and a status word.
package struct ResponseAPDU: Hashable, Sendable {
    package let data: [UInt8]
    package let status: StatusWord

    package init(data: [UInt8] = [], status: StatusWord) {
        self.data = data
        self.status = status
    }

    /// Nil for fewer than two bytes, which is no answer but a pulled card: pcscd calls that a success.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count >= 2 else { return nil }
        data = Array(bytes.dropLast(2))
        status = StatusWord(UInt16(bytes[bytes.count - 2]) << 8 | UInt16(bytes[bytes.count - 1]))
    }

    package var encoded: [UInt8] { data + [UInt8(status.code >> 8), UInt8(status.code & 0xFF)] }
}
