/// The root of a file: its pages, and the signature fields that `SignableForm` has put there.
struct DocumentCatalog {
    let number: Int
    let dictionary: PDFDictionary

    /// A field with the object that is both field and widget.
    struct Field {
        let number: Int
        let dictionary: PDFDictionary
        var isSigned: Bool { dictionary["V"] != nil }
    }

    init(_ file: PDFFile) throws(PDFFault) {
        guard let number = file.newest.trailer["Root"]?.reference,
            let dictionary = try file.object(number).value.dictionary
        else { throw PDFFault(offset: file.newest.offset) }
        self.number = number
        self.dictionary = dictionary
    }

    /// Object numbers of the pages. cairo keeps them in a single node.
    func pages(of file: PDFFile) throws(PDFFault) -> [Int] {
        let node = try file.resolve(dictionary["Pages"]).dictionary
        return node?["Kids"]?.array?.compactMap(\.reference) ?? []
    }

    /// Counted from 0; nil when it stands on none of the pages.
    func page(of field: PDFDictionary, in file: PDFFile) throws(PDFFault) -> Int? {
        let number = field["P"]?.reference
        return try pages(of: file).firstIndex { $0 == number }
    }

    /// By name. Nested or unnamed fields are none of ours.
    func fields(of file: PDFFile) throws(PDFFault) -> [String: Field] {
        let form = try file.resolve(dictionary["AcroForm"]).dictionary
        var fields: [String: Field] = [:]
        for number in form?["Fields"]?.array?.compactMap(\.reference) ?? [] {
            guard let field = try file.object(number).value.dictionary, field["FT"] == .name("Sig"),
                let name = field["T"]?.string.map({ String(decoding: $0.dropFirst().dropLast(), as: UTF8.self) }),
                fields.updateValue(Field(number: number, dictionary: field), forKey: name) == nil
            else { throw PDFFault(offset: 0) }
        }
        return fields
    }
}
