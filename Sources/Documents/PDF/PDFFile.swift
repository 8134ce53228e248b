/// A PDF with classic cross-reference tables, as cairo writes it and `PDFRevision` continues it. Every revision must
/// have its table; the file must end with the newest one's `%%EOF` and nothing behind it.
struct PDFFile {
    let bytes: [UInt8]
    /// Newest first.
    let sections: [Section]
    private let offsets: [Int: Int]

    /// The cross-reference table of one revision.
    struct Section {
        /// Of the word `xref`.
        let offset: Int
        let offsets: [Int: Int]
        let trailer: PDFDictionary
        var previous: Int? { trailer["Prev"]?.integer }
    }

    struct Object {
        let number: Int
        let value: PDFValue
        /// The bytes between `stream` and `endstream`.
        let stream: Range<Int>?
    }

    /// The largest file that a form with its signatures can be.
    static let largest = 16 << 20

    init(_ bytes: [UInt8]) throws(PDFFault) {
        guard bytes.count <= Self.largest, bytes.starts(with: "%PDF-1.".utf8) else { throw PDFFault(offset: 0) }
        var sections: [Section] = []
        var next: Int? = try Self.startOfTable(bytes)
        while let offset = next {
            // Backwards only, so that a chain always ends.
            guard offset < sections.last?.offset ?? bytes.count, sections.count < 16 else {
                throw PDFFault(offset: offset)
            }
            let section = try Self.section(bytes, at: offset)
            sections.append(section)
            next = section.previous
        }
        self.bytes = bytes
        self.sections = sections
        offsets = sections.reduce(into: [:]) { all, section in
            all.merge(section.offsets) { newer, _ in newer }
        }
    }

    var newest: Section { sections[0] }
    /// One more than the highest object number.
    var size: Int { newest.trailer["Size"]?.integer ?? 0 }

    func object(_ number: Int) throws(PDFFault) -> Object {
        var (value, scanner) = try start(of: number)
        scanner.skipSpace()
        guard scanner.take("stream") else {
            try scanner.expect("endobj")
            return Object(number: number, value: value, stream: nil)
        }
        guard scanner.take("\r\n") || scanner.take("\n") else { throw PDFFault(offset: scanner.position) }
        return Object(number: number, value: value, stream: try stream(of: value, from: scanner.position))
    }

    /// The value itself, or what it refers to.
    func resolve(_ value: PDFValue?) throws(PDFFault) -> PDFValue {
        guard let value else { return .null }
        guard case .reference(let number) = value else { return value }
        return try object(number).value
    }

    /// The object's value, and a scanner behind it.
    private func start(of number: Int) throws(PDFFault) -> (PDFValue, PDFScanner) {
        guard let offset = offsets[number] else { throw PDFFault(offset: 0) }
        var scanner = PDFScanner(bytes, at: offset)
        guard try scanner.integer() == number, try scanner.integer() == 0 else { throw PDFFault(offset: offset) }
        try scanner.expect("obj")
        return (try scanner.value(), scanner)
    }

    private func stream(of value: PDFValue, from start: Int) throws(PDFFault) -> Range<Int> {
        var length = value.dictionary?["Length"]
        // Only a number is looked for there: streams whose lengths are each other's would never end.
        if let number = length?.reference { length = try self.start(of: number).0 }
        guard let count = length?.integer, count >= 0, count <= bytes.count - start else {
            throw PDFFault(offset: start)
        }
        var scanner = PDFScanner(bytes, at: start + count)
        try scanner.expect("endstream")
        try scanner.expect("endobj")
        return start..<start + count
    }

    /// The last line but one. Anything behind `%%EOF` is not part of any revision and is refused.
    private static func startOfTable(_ bytes: [UInt8]) throws(PDFFault) -> Int {
        let tail = max(0, bytes.count - 40)
        let word = Array("startxref\n".utf8)
        guard let start = (tail..<max(tail, bytes.count - word.count)).last(where: { bytes[$0...].starts(with: word) })
        else { throw PDFFault(offset: bytes.count) }
        var scanner = PDFScanner(bytes, at: start + word.count)
        let offset = try scanner.integer()
        guard scanner.take("\n%%EOF\n"), scanner.position == bytes.count else {
            throw PDFFault(offset: scanner.position)
        }
        return offset
    }

    /// ISO 32000-1, 7.5.4: subsections of entries of 20 bytes.
    private static func section(_ bytes: [UInt8], at offset: Int) throws(PDFFault) -> Section {
        var scanner = PDFScanner(bytes, at: offset)
        guard scanner.take("xref") else { throw PDFFault(offset: offset) }
        var offsets: [Int: Int] = [:]
        while true {
            scanner.skipSpace()
            if scanner.take("trailer") { break }
            let first = try scanner.integer()
            let count = try scanner.integer()
            guard count <= 100_000, offsets.count <= 100_000 else { throw PDFFault(offset: scanner.position) }
            for number in first..<first + count {
                let entry = try scanner.integer()
                _ = try scanner.integer()
                scanner.skipSpace()
                if scanner.take("n") {
                    guard offsets.updateValue(entry, forKey: number) == nil else { throw PDFFault(offset: offset) }
                } else {
                    try scanner.expect("f")
                }
            }
        }
        guard let trailer = try scanner.value().dictionary else { throw PDFFault(offset: scanner.position) }
        return Section(offset: offset, offsets: offsets, trailer: trailer)
    }
}
