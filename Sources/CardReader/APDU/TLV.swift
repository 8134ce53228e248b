/// A tag, a length and a value, as in BER and DER: what PIV objects and certificates are made of.
package struct TLV: Hashable, Sendable {
    /// All bytes of the tag: 0x30, 0x5FC10A.
    package let tag: UInt32
    package let value: ArraySlice<UInt8>
    /// With tag and length.
    package let whole: ArraySlice<UInt8>

    /// The element at the beginning of the bytes; nil when they end too soon or use the indefinite form.
    package init?(at bytes: ArraySlice<UInt8>) {
        var rest = bytes
        guard let first = rest.popFirst() else { return nil }
        var tag = UInt32(first)
        if first & 0x1F == 0x1F {
            repeat {
                guard tag <= 0xFFFF, let next = rest.popFirst() else { return nil }
                tag = tag << 8 | UInt32(next)
            } while tag & 0x80 != 0
        }
        guard let length = Self.length(&rest), length <= rest.count else { return nil }
        self.tag = tag
        value = rest.prefix(length)
        whole = bytes[bytes.startIndex..<value.endIndex]
    }

    /// All elements of a sequence; nil when the bytes are not made of whole elements.
    package static func list(_ bytes: ArraySlice<UInt8>) -> [TLV]? {
        var elements: [TLV] = []
        var rest = bytes
        while !rest.isEmpty {
            guard let element = TLV(at: rest) else { return nil }
            elements.append(element)
            rest = bytes[element.whole.endIndex...]
        }
        return elements
    }

    package var children: [TLV]? { Self.list(value) }

    package static func encode(_ tag: UInt32, _ value: [UInt8]) -> [UInt8] {
        let tagBytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: tag >> $0) }.drop { $0 == 0 }
        return tagBytes + encodedLength(value.count) + value
    }

    private static func encodedLength(_ count: Int) -> [UInt8] {
        switch count {
        case ..<0x80: [UInt8(count)]
        case ..<0x100: [0x81, UInt8(count)]
        default: [0x82, UInt8(count >> 8 & 0xFF), UInt8(count & 0xFF)]
        }
    }

    private static func length(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard let first = rest.popFirst() else { return nil }
        guard first >= 0x80 else { return Int(first) }
        let count = Int(first & 0x7F)
        guard (1...3).contains(count), rest.count >= count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count).reduce(0) { $0 << 8 | Int($1) }
    }
}
