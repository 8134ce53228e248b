/// A value of ISO 32000-1, 7.3. Numbers, names and strings keep the text they were read as, so that what is written
/// again is written the same.
indirect enum PDFValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case real(String)
    /// Without the solidus, `#xx` left as it stands.
    case name(String)
    /// With its delimiters: `(text)` or `<hex>`.
    case string([UInt8])
    case array([PDFValue])
    case dictionary(PDFDictionary)
    /// An object of generation 0: neither cairo nor this program writes another.
    case reference(Int)

    var dictionary: PDFDictionary? { if case .dictionary(let value) = self { value } else { nil } }
    var array: [PDFValue]? { if case .array(let value) = self { value } else { nil } }
    var reference: Int? { if case .reference(let value) = self { value } else { nil } }
    var integer: Int? { if case .integer(let value) = self { value } else { nil } }
    var name: String? { if case .name(let value) = self { value } else { nil } }
    /// Of a measure.
    var points: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .real(let text): Double(text)
        default: nil
        }
    }

    var string: [UInt8]? { if case .string(let value) = self { value } else { nil } }

    static func literal(_ ascii: String) -> PDFValue { .string(Array("(\(ascii))".utf8)) }

    /// Two decimals, as precise as a signature field needs to be.
    static func number(_ value: Double) -> PDFValue {
        let hundredths = Int((value * 100).rounded())
        let sign = hundredths < 0 ? "-" : ""
        let digits = String(abs(hundredths % 100) + 100).dropFirst()
        return .real("\(sign)\(abs(hundredths) / 100).\(digits)")
    }
}

/// Keys in the order of the file.
struct PDFDictionary: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    private(set) var entries: [Entry] = []

    struct Entry: Hashable, Sendable {
        let key: String
        var value: PDFValue
    }

    init(dictionaryLiteral elements: (String, PDFValue)...) {
        for (key, value) in elements { self[key] = value }
    }

    subscript(_ key: String) -> PDFValue? {
        get { entries.first { $0.key == key }?.value }
        set {
            let index = entries.firstIndex { $0.key == key }
            switch (index, newValue) {
            case (let index?, let value?): entries[index].value = value
            case (let index?, nil): entries.remove(at: index)
            case (nil, let value?): entries.append(Entry(key: key, value: value))
            case (nil, nil): break
            }
        }
    }
}

extension PDFValue {
    /// As it stands in a file.
    var encoded: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += Array("null".utf8)
        case .boolean(let value): bytes += Array((value ? "true" : "false").utf8)
        case .integer(let value): bytes += Array(String(value).utf8)
        case .real(let text): bytes += Array(text.utf8)
        case .name(let name): bytes += Array("/\(name)".utf8)
        case .string(let raw): bytes += raw
        case .reference(let number): bytes += Array("\(number) 0 R".utf8)
        case .array(let values):
            bytes.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: " ")) }
                value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .dictionary(let dictionary):
            bytes += Array("<<".utf8)
            for entry in dictionary.entries {
                bytes += Array("/\(entry.key) ".utf8)
                entry.value.write(to: &bytes)
            }
            bytes += Array(">>".utf8)
        }
    }
}
