/// The few facts of an X.509 certificate that reading and using a card needs. It proves nothing: trust is the
/// caller's business.
package struct CertificateOutline: Hashable, Sendable {
    package enum KeyKind: Hashable, Sendable {
        case p256
        case rsa2048
        case other
    }

    package let key: KeyKind
    package let subjectCommonName: String?
    private let extensions: [[UInt8]: ArraySlice<UInt8>]

    /// - Parameter der: the whole certificate. Nil when it is none.
    package init?(der: [UInt8]) {
        guard let certificate = TLV(at: der[...]), certificate.tag == 0x30, certificate.whole.count == der.count,
            let signed = certificate.children?.first, var fields = signed.children
        else { return nil }
        if fields.first?.tag == 0xA0 { fields.removeFirst() }  // The version.
        // Serial number, signature algorithm, issuer, validity, subject, key.
        guard fields.count >= 6, let key = Self.key(fields[5]) else { return nil }
        self.key = key
        subjectCommonName = Self.commonName(fields[4])
        extensions = Self.extensions(fields.dropFirst(6).first { $0.tag == 0xA3 })
    }

    /// The text of an extension: a string type, or bare bytes (both occur for the credit code).
    /// - Parameter oid: dotted, `1.2.156.112570.11.210`.
    package func text(ofExtension oid: String) -> String? {
        guard let value = extensions[Self.encoded(oid)] else { return nil }
        if let string = TLV(at: value), string.whole.count == value.count { return Self.text(string) }
        return String(validating: value, as: UTF8.self)
    }

    private static func key(_ info: TLV) -> KeyKind? {
        guard let parts = info.children, parts.count == 2, let algorithm = parts[0].children,
            let oid = algorithm.first
        else { return nil }
        switch Array(oid.value) {
        case encoded("1.2.840.10045.2.1"):
            guard algorithm.count == 2 else { return .other }
            return Array(algorithm[1].value) == encoded("1.2.840.10045.3.1.7") ? .p256 : .other
        case encoded("1.2.840.113549.1.1.1"):
            // BIT STRING, no unused bits, SEQUENCE of modulus and exponent.
            guard let modulus = TLV(at: parts[1].value.dropFirst())?.children?.first else { return nil }
            return modulus.value.drop { $0 == 0 }.count == 256 ? .rsa2048 : .other
        default: return .other
        }
    }

    private static func commonName(_ subject: TLV) -> String? {
        let attributes = (subject.children ?? []).flatMap { $0.children ?? [] }.compactMap(\.children)
        let name = attributes.last { $0.count == 2 && Array($0[0].value) == encoded("2.5.4.3") }
        return name.flatMap { text($0[1]) }
    }

    private static func extensions(_ tagged: TLV?) -> [[UInt8]: ArraySlice<UInt8>] {
        let list = tagged?.children?.first?.children ?? []
        let pairs = list.compactMap(\.children).compactMap { parts -> ([UInt8], ArraySlice<UInt8>)? in
            guard let oid = parts.first, let value = parts.last, value.tag == 0x04 else { return nil }
            return (Array(oid.value), value.value)
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private static func text(_ string: TLV) -> String? {
        switch string.tag {
        case 0x0C, 0x13, 0x16: String(validating: string.value, as: UTF8.self)
        case 0x1E: string.value.count.isMultiple(of: 2) ? utf16(string.value) : nil
        default: nil
        }
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>) -> String? {
        let bytes = Array(bytes)
        let units = stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        return String(validating: units, as: UTF16.self)
    }

    /// The content bytes of an OBJECT IDENTIFIER.
    static func encoded(_ oid: String) -> [UInt8] {
        let arcs = oid.split(separator: ".").compactMap { UInt64($0) }
        guard arcs.count >= 2 else { return [] }
        return ([arcs[0] * 40 + arcs[1]] + arcs.dropFirst(2)).flatMap { arc in
            var bytes = [UInt8(arc & 0x7F)]
            var rest = arc >> 7
            while rest > 0 {
                bytes.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
                rest >>= 7
            }
            return bytes
        }
    }
}
