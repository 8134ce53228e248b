/// Not a file that this program reads.
struct PDFFault: Error, Hashable {
    /// Where it stopped making sense.
    let offset: Int
}

/// Reads values out of a file's bytes. Every read is checked: any bytes at all end in a value or in a `PDFFault`.
struct PDFScanner {
    private let bytes: [UInt8]
    private(set) var position: Int

    /// Deeper nesting than any paper has, shallow enough for the stack.
    private static let deepest = 24

    init(_ bytes: [UInt8], at position: Int) {
        self.bytes = bytes
        self.position = max(0, position)
    }

    private var fault: PDFFault { PDFFault(offset: position) }
    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func value() throws(PDFFault) -> PDFValue { try value(depth: 0) }

    mutating func skipSpace() {
        while let byte = current {
            if byte == UInt8(ascii: "%") {
                while let byte = current, byte != 10, byte != 13 { position += 1 }
            } else if Self.isSpace(byte) {
                position += 1
            } else {
                return
            }
        }
    }

    /// Consumes `word` if it stands here.
    mutating func take(_ word: String) -> Bool {
        let wanted = word.utf8
        guard position + wanted.count <= bytes.count,
            bytes[position..<position + wanted.count].elementsEqual(wanted)
        else { return false }
        position += wanted.count
        return true
    }

    mutating func expect(_ word: String) throws(PDFFault) {
        skipSpace()
        guard take(word) else { throw fault }
    }

    /// A whole number without a sign, at most 10 digits.
    mutating func integer() throws(PDFFault) -> Int {
        skipSpace()
        let start = position
        while let byte = current, Self.isDigit(byte), position - start <= 10 { position += 1 }
        guard let number = Int(text(from: start)), position - start <= 10 else { throw fault }
        return number
    }

    private func text(from start: Int) -> String { String(decoding: bytes[start..<position], as: UTF8.self) }

    private mutating func value(depth: Int) throws(PDFFault) -> PDFValue {
        guard depth < Self.deepest else { throw fault }
        skipSpace()
        guard let byte = current else { throw fault }
        switch byte {
        case UInt8(ascii: "/"): return .name(try name())
        case UInt8(ascii: "("): return .string(try literalString())
        case UInt8(ascii: "["): return .array(try array(depth))
        case UInt8(ascii: "<"):
            return take("<<") ? .dictionary(try dictionary(depth)) : .string(try hexString())
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return try numberOrReference()
        default:
            if take("true") { return .boolean(true) }
            if take("false") { return .boolean(false) }
            if take("null") { return .null }
            throw fault
        }
    }

    private mutating func array(_ depth: Int) throws(PDFFault) -> [PDFValue] {
        position += 1
        var values: [PDFValue] = []
        while true {
            skipSpace()
            if take("]") { return values }
            values.append(try value(depth: depth + 1))
        }
    }

    private mutating func dictionary(_ depth: Int) throws(PDFFault) -> PDFDictionary {
        var dictionary = PDFDictionary()
        while true {
            skipSpace()
            if take(">>") { return dictionary }
            guard current == UInt8(ascii: "/") else { throw fault }
            let key = try name()
            // Two values for one key are read differently by different readers.
            guard dictionary[key] == nil else { throw fault }
            dictionary[key] = try value(depth: depth + 1)
        }
    }

    private mutating func name() throws(PDFFault) -> String {
        position += 1
        let start = position
        while let byte = current, !Self.isSpace(byte), !Self.isDelimiter(byte) { position += 1 }
        guard bytes[start..<position].allSatisfy({ (33...126).contains($0) }) else { throw fault }
        return text(from: start)
    }

    private mutating func literalString() throws(PDFFault) -> [UInt8] {
        let start = position
        var open = 0
        while let byte = current {
            position += 1
            switch byte {
            case UInt8(ascii: "\\"): position += 1
            case UInt8(ascii: "("): open += 1
            case UInt8(ascii: ")"):
                open -= 1
                if open == 0, position <= bytes.count { return Array(bytes[start..<position]) }
            default: break
            }
        }
        throw fault
    }

    private mutating func hexString() throws(PDFFault) -> [UInt8] {
        let start = position
        position += 1
        while let byte = current {
            position += 1
            if byte == UInt8(ascii: ">") { return Array(bytes[start..<position]) }
            guard Self.isHexDigit(byte) || Self.isSpace(byte) else { throw fault }
        }
        throw fault
    }

    private mutating func numberOrReference() throws(PDFFault) -> PDFValue {
        let start = position
        while let byte = current, Self.isDigit(byte) || "+-.".utf8.contains(byte) { position += 1 }
        let text = text(from: start)
        guard text.utf8.count <= 20, Double(text) != nil else { throw fault }
        guard let number = Int(text) else { return .real(text) }
        let end = position
        if number > 0, isReferenceTail() { return .reference(number) }
        position = end
        return .integer(number)
    }

    private mutating func isReferenceTail() -> Bool {
        skipSpace()
        guard take("0") else { return false }
        skipSpace()
        guard take("R") else { return false }
        return current.map { Self.isSpace($0) || Self.isDelimiter($0) } ?? true
    }

    private static func isSpace(_ byte: UInt8) -> Bool { [0, 9, 10, 12, 13, 32].contains(byte) }
    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    private static func isDelimiter(_ byte: UInt8) -> Bool { "()<>[]{}/%".utf8.contains(byte) }
    private static func isHexDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (65...70).contains(byte) || (97...102).contains(byte)
    }
}
