import Core

/// A PDF from anybody's scanner or computer, read for one question: how many pages has it?
///
/// Cross-reference tables of such files are often wrong, and readers mend them by looking for the objects themselves;
/// this one looks for the objects to begin with (ISO 32000-1, 7.3.10 and 7.5.7), so that it needs no table. The newest
/// object of a number counts. It trusts the file in nothing: every length is checked, every walk has an end.
struct ForeignPDF {
    private let bytes: [UInt8]
    private var objects: [Int: PDFValue] = [:]
    private var trailer: PDFDictionary = [:]
    private var inflationLeft = Self.mostInflated

    private static let mostObjects = 200_000
    private static let mostInflated = 32 << 20
    private static let mostPages = 2_000

    /// - Throws: `notPDF` without the header, `locked` with a password, `noPages` when no page is found.
    static func pageCount(of bytes: [UInt8]) throws(AttachmentFinding) -> Int {
        // Readers accept a header within the first 1024 bytes (7.5.2, note of Annex H).
        guard bytes.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil else { throw .notPDF }
        var file = ForeignPDF(bytes)
        file.collect()
        guard file.trailer["Encrypt"] == nil else { throw .locked }
        let count = file.pageCount()
        guard count > 0 else { throw .noPages }
        return count
    }

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    // MARK: Collecting

    private mutating func collect() {
        var position = 0
        while position < bytes.count, objects.count < Self.mostObjects {
            switch bytes[position] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): position = takeObject(at: position)
            case UInt8(ascii: "t"): position = takeTrailer(at: position)
            default: position += 1
            }
        }
    }

    /// `12 0 obj …`; returns where to look on.
    private mutating func takeObject(at start: Int) -> Int {
        var scanner = PDFScanner(bytes, at: start)
        let afterDigits = skipDigits(from: start)
        guard start == 0 || !isDigit(bytes[start - 1]), let number = try? scanner.integer(),
            (try? scanner.integer()) != nil, (try? scanner.expect("obj")) != nil,
            let value = try? scanner.value()
        else { return afterDigits }
        objects[number] = value
        scanner.skipSpace()
        guard let dictionary = value.dictionary, scanner.take("stream") else { return scanner.position }
        let body = streamBody(dictionary, from: scanner.position)
        takeStream(dictionary, body)
        return body.upperBound
    }

    private mutating func takeTrailer(at start: Int) -> Int {
        var scanner = PDFScanner(bytes, at: start)
        guard scanner.take("trailer"), let dictionary = try? scanner.value().dictionary else { return start + 1 }
        note(dictionary)
        return scanner.position
    }

    /// Newer trailers complete older ones: each update of a file repeats what still holds.
    private mutating func note(_ dictionary: PDFDictionary) {
        for key in ["Root", "Encrypt"] {
            if let value = dictionary[key] { trailer[key] = value }
        }
    }

    /// From behind the line end after `stream` to `endstream`, wherever the dictionary says it ends.
    private func streamBody(_ dictionary: PDFDictionary, from position: Int) -> Range<Int> {
        var start = position
        if start < bytes.count, bytes[start] == 13 { start += 1 }
        if start < bytes.count, bytes[start] == 10 { start += 1 }
        if let length = dictionary["Length"]?.integer, length >= 0, length <= bytes.count - start {
            var scanner = PDFScanner(bytes, at: start + length)
            scanner.skipSpace()
            if scanner.take("endstream") { return start..<start + length }
        }
        let end = bytes[start...].firstRange(of: Array("endstream".utf8))?.lowerBound ?? bytes.count
        return start..<end
    }

    private mutating func takeStream(_ dictionary: PDFDictionary, _ body: Range<Int>) {
        switch dictionary["Type"]?.name {
        case "XRef": note(dictionary)
        case "ObjStm": takePackedObjects(dictionary, body)
        default: break
        }
    }

    /// 7.5.7: pairs of number and offset, then the objects.
    private mutating func takePackedObjects(_ dictionary: PDFDictionary, _ body: Range<Int>) {
        let isPlain = dictionary["Filter"] == nil
        guard isPlain || dictionary["Filter"]?.isFlate == true, dictionary["DecodeParms"] == nil,
            let count = dictionary["N"]?.integer, (0...Self.mostObjects).contains(count),
            let first = dictionary["First"]?.integer, first >= 0
        else { return }
        guard let content = isPlain ? Array(bytes[body]) : Inflation.inflate(bytes[body], limit: inflationLeft) else {
            return
        }
        inflationLeft -= content.count
        var heads = PDFScanner(content, at: 0)
        for _ in 0..<count {
            guard let number = try? heads.integer(), let offset = try? heads.integer() else { return }
            var scanner = PDFScanner(content, at: first + offset)
            if let value = try? scanner.value() { objects[number] = value }
        }
    }

    private func skipDigits(from start: Int) -> Int {
        var position = start
        while position < bytes.count, isDigit(bytes[position]) { position += 1 }
        return position
    }

    private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    // MARK: Pages

    private func pageCount() -> Int {
        guard let catalog = resolve(trailer["Root"])?.dictionary ?? anyCatalog else { return 0 }
        var seen: Set<Int> = []
        return pages(under: catalog["Pages"], &seen, depth: 0)
    }

    private var anyCatalog: PDFDictionary? {
        objects.values.lazy.compactMap(\.dictionary).first { $0["Type"] == .name("Catalog") }
    }

    private func pages(under value: PDFValue?, _ seen: inout Set<Int>, depth: Int) -> Int {
        if let number = value?.reference, !seen.insert(number).inserted { return 0 }
        guard depth < 32, let node = resolve(value)?.dictionary else { return 0 }
        guard let kids = resolve(node["Kids"])?.array else { return node["Type"] == .name("Page") ? 1 : 0 }
        var count = 0
        for kid in kids where count < Self.mostPages { count += pages(under: kid, &seen, depth: depth + 1) }
        return count
    }

    private func resolve(_ value: PDFValue?) -> PDFValue? {
        guard let number = value?.reference else { return value }
        return objects[number]
    }
}

extension PDFValue {
    fileprivate var isFlate: Bool { self == .name("FlateDecode") || self == .array([.name("FlateDecode")]) }
}
