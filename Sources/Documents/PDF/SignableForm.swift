/// Which of a form's signature fields. The raw value is the field's name in the file.
package enum SignatureField: String, Hashable, Sendable, CaseIterable {
    /// 个人数字签名: certifies the form; after it only the fields below may be filled (DocMDP, P 2).
    case personal
    /// 企业数字签章: approves it and locks what is there (FieldMDP), save for `dts`.
    case enterprise
    /// The issuing office's own signature: certifies a certificate, and nothing may come after it (DocMDP, P 1).
    case issuer
}

extension SignatureField {
    /// The usual room for it on a sheet, in points.
    var size: Size {
        switch self {
        case .personal: Size(width: 170, height: 54)
        // A round seal: 42 mm across.
        case .enterprise, .issuer: Size(width: 119, height: 119)
        }
    }

    /// What the signature locks among the fields, where it locks any.
    fileprivate var lock: PDFDictionary? { self == .enterprise ? FieldLock.exceptTimestamp : nil }
}

/// Makes a drawn paper signable: its first revision adds the empty signature fields where they were drawn, the
/// document's language and its metadata. Nothing but signatures comes after it.
enum SignableForm {
    /// A third field without a place on the sheet, kept free for a later document time-stamp.
    static let timestampField = "dts"

    static func make(_ drawn: DrawnPaper, title: String, created: String, pageHeight: Double)
        throws(PDFFault) -> [UInt8]
    {
        let file = try PDFFile(drawn.bytes)
        let catalog = try DocumentCatalog(file)
        let pages = try catalog.pages(of: file)
        guard drawn.fields.values.allSatisfy({ pages.indices.contains($0.page) }) else {
            throw PDFFault(offset: 0)
        }
        var revision = PDFRevision(of: file)
        var annotations: [Int: [PDFValue]] = [:]
        var fields: [PDFValue] = []
        let empty = revision.addEmptyAppearance()
        func add(_ name: String, _ place: FieldPlace, lock: PDFDictionary?) {
            let page = pages[place.page]
            let area = place.area.upright(pageHeight)
            let field = PDFValue.reference(revision.addField(name, on: page, area: area, look: empty, lock: lock))
            fields.append(field)
            annotations[page, default: []].append(field)
        }
        for field in SignatureField.allCases {
            if let place = drawn.fields[field] { add(field.rawValue, place, lock: field.lock) }
        }
        let nowhere = FieldPlace(page: 0, area: Rectangle(x: 0, y: pageHeight, width: 0, height: 0))
        if drawn.fields[.issuer] == nil { add(timestampField, nowhere, lock: nil) }

        for (page, values) in annotations.sorted(by: { $0.key < $1.key }) {
            guard var dictionary = try file.object(page).value.dictionary else { throw PDFFault(offset: 0) }
            dictionary["Annots"] = .array(values)
            // A transparency group of the whole page is cairo's habit; PDF/A-1 forbids it and nothing here needs it.
            dictionary["Group"] = nil
            revision.set(page, .dictionary(dictionary))
        }
        var root = catalog.dictionary
        // SigFlags 3: signatures exist, and whoever writes the file must append.
        root["AcroForm"] = .dictionary(["Fields": .array(fields), "SigFlags": .integer(3)])
        root["Lang"] = .literal("zh-CN")
        root["Metadata"] = .reference(revision.addMetadata(title: title, created: created))
        revision.set(catalog.number, .dictionary(root))
        return revision.written().bytes
    }
}

extension PDFRevision {
    /// An unsigned field shows nothing, and says so: PDF/A wants an appearance for every field.
    fileprivate mutating func addEmptyAppearance() -> Int {
        let number = newNumber()
        set(
            number,
            [
                "Type": .name("XObject"), "Subtype": .name("Form"), "Resources": .dictionary([:]),
                "BBox": .array([.integer(0), .integer(0), .integer(1), .integer(1)]),
            ], stream: [])
        return number
    }

    /// Field and widget in one.
    fileprivate mutating func addField(
        _ name: String, on page: Int, area: [PDFValue], look: Int, lock: PDFDictionary?
    ) -> Int {
        let number = newNumber()
        var field: PDFDictionary = [
            "Type": .name("Annot"), "Subtype": .name("Widget"), "FT": .name("Sig"), "T": .literal(name),
            // Print and Locked.
            "F": .integer(132), "P": .reference(page), "Rect": .array(area),
            "AP": .dictionary(["N": .reference(look)]),
        ]
        if let lock { field["Lock"] = .dictionary(lock) }
        set(number, .dictionary(field))
        return number
    }

    fileprivate mutating func addMetadata(title: String, created: String) -> Int {
        let number = newNumber()
        let packet = """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(title.escapedForXML)</rdf:li></rdf:Alt></dc:title>
            <xmp:CreateDate>\(created)</xmp:CreateDate>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="r"?>
            """
        set(number, ["Type": .name("Metadata"), "Subtype": .name("XML")], stream: Array(packet.utf8))
        return number
    }
}

/// What the enterprise's seal locks: every field but the one for the time-stamp, which is signed after it.
enum FieldLock {
    static let exceptTimestamp: PDFDictionary = [
        "Type": .name("SigFieldLock"), "Action": .name("Exclude"),
        "Fields": .array([.literal(SignableForm.timestampField)]),
    ]
}

extension Rectangle {
    /// As PDF counts: from the lower left corner upwards; lower left x and y, upper right x and y.
    fileprivate func upright(_ pageHeight: Double) -> [PDFValue] {
        [x, pageHeight - bottom, right, pageHeight - y].map(PDFValue.number)
    }
}

extension String {
    fileprivate var escapedForXML: String {
        reduce(into: "") { text, character in
            switch character {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            default: text.append(character)
            }
        }
    }
}
