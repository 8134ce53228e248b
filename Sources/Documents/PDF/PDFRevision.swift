import Crypto

/// An incremental update (ISO 32000-1, 7.5.6): objects behind the last `%%EOF`, their cross-reference table, a trailer.
/// The same base and objects give the same bytes; the verifier relies on it.
struct PDFRevision {
    private let file: PDFFile
    private var bodies: [(number: Int, body: [UInt8])] = []
    private var nextNumber: Int

    init(of file: PDFFile) {
        self.file = file
        nextNumber = file.size
    }

    mutating func newNumber() -> Int {
        defer { nextNumber += 1 }
        return nextNumber
    }

    mutating func set(_ number: Int, _ value: PDFValue) {
        bodies.append((number, value.encoded))
    }

    /// `dictionary` without its `Length`.
    mutating func set(_ number: Int, _ dictionary: PDFDictionary, stream: [UInt8]) {
        var dictionary = dictionary
        dictionary["Length"] = .integer(stream.count)
        bodies.append(
            (
                number,
                PDFValue.dictionary(dictionary).encoded + Array("\nstream\n".utf8) + stream
                    + Array("\nendstream".utf8)
            ))
    }

    /// The whole file with this revision, and where each of its objects' text begins (behind `obj`).
    func written() -> (bytes: [UInt8], starts: [Int: Int]) {
        var bytes = file.bytes
        var offsets: [Int: Int] = [:]
        var starts: [Int: Int] = [:]
        for (number, body) in bodies {
            offsets[number] = bytes.count
            bytes += Array("\(number) 0 obj\n".utf8)
            starts[number] = bytes.count
            bytes += body
            bytes += Array("\nendobj\n".utf8)
        }
        let table = bytes.count
        bytes += Self.table(offsets)
        bytes += Array("trailer\n".utf8) + PDFValue.dictionary(trailer).encoded
        bytes += Array("\nstartxref\n\(table)\n%%EOF\n".utf8)
        return (bytes, starts)
    }

    private var trailer: PDFDictionary {
        var trailer: PDFDictionary = ["Size": .integer(nextNumber)]
        trailer["Root"] = file.newest.trailer["Root"]
        trailer["Info"] = file.newest.trailer["Info"]
        trailer["Prev"] = .integer(file.newest.offset)
        let content = Self.identifier(of: file.bytes)
        let first = file.newest.trailer["ID"]?.array?.first ?? content
        trailer["ID"] = .array([first, content])
        return trailer
    }

    /// Of the content before this revision: the same file always has the same identifier.
    private static func identifier(of bytes: [UInt8]) -> PDFValue {
        .string(Array("<".utf8) + Hexadecimal.encode(SHA256.hash(data: bytes).prefix(16)) + Array(">".utf8))
    }

    private static func table(_ offsets: [Int: Int]) -> [UInt8] {
        var text = "xref\n"
        var numbers = offsets.keys.sorted()[...]
        while let first = numbers.first {
            let run = numbers.enumerated().prefix { $0.element == first + $0.offset }.count
            text += "\(first) \(run)\n"
            for number in numbers.prefix(run) {
                let digits = String(offsets[number] ?? 0)
                text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
            }
            numbers = numbers.dropFirst(run)
        }
        return Array(text.utf8)
    }
}

enum Hexadecimal {
    private static let digits = Array("0123456789abcdef".utf8)

    static func encode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }

    /// Nil unless it is what `encode` writes: lower case, an even number of digits.
    static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard text.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 2)
        var index = text.startIndex
        while index < text.endIndex {
            guard let high = digit(text[index]), let low = digit(text[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
            index += 2
        }
        return bytes
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 97...102: byte - 87
        default: nil
        }
    }
}
