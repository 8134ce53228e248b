/// The revision that one signature adds to a form, byte for byte: signature dictionary, appearance, field, and for the
/// person's certification the catalog. The signer writes it; the verifier writes it again from what it reads and
/// compares, so a revision can hold nothing else.
struct SignatureRevision {
    let field: SignatureField
    let appearance: SignatureAppearance
    /// As the dictionary's /M states it.
    let time: PDFTime

    /// Bytes of DER that fit between the angle brackets: a chain of three certificates and a time-stamp token.
    static let capacity = 8192

    /// The file with this revision, its hole full of zeros.
    struct Draft: Hashable {
        var bytes: [UInt8]
        /// The hole with its angle brackets: all that the signature does not cover.
        let hole: Range<Int>

        /// What the signature covers.
        var covered: [ArraySlice<UInt8>] { [bytes[..<hole.lowerBound], bytes[hole.upperBound...]] }
    }

    func draft(on file: PDFFile) throws(PDFFault) -> Draft {
        let catalog = try DocumentCatalog(file)
        guard let target = try catalog.fields(of: file)[field.rawValue], !target.isSigned else {
            throw PDFFault(offset: 0)
        }
        var revision = PDFRevision(of: file)
        let signature = revision.newNumber()
        let look = revision.newNumber()
        revision.set(signature, .dictionary(dictionary(catalog)))
        revision.set(look, appearance.dictionary, stream: appearance.stream)
        var signed = target.dictionary
        signed["V"] = .reference(signature)
        signed["AP"] = .dictionary(["N": .reference(look)])
        revision.set(target.number, .dictionary(signed))
        if field != .enterprise {
            var root = catalog.dictionary
            root["Perms"] = .dictionary(["DocMDP": .reference(signature)])
            revision.set(catalog.number, .dictionary(root))
        }
        let (bytes, starts) = revision.written()
        return try Self.fillRange(bytes, from: starts[signature] ?? 0)
    }

    private func dictionary(_ catalog: DocumentCatalog) -> PDFDictionary {
        [
            "Type": .name("Sig"), "Filter": .name("Adobe.PPKLite"), "SubFilter": .name("ETSI.CAdES.detached"),
            "M": time.value, "Reference": .array([.dictionary(reference(catalog))]),
            "ByteRange": .string(Self.emptyRange),
            "Contents": .string(Self.emptyHole),
        ]
    }

    /// ISO 32000-1, 12.8.2: what the signature allows after it.
    private func reference(_ catalog: DocumentCatalog) -> PDFDictionary {
        var reference: PDFDictionary = ["Type": .name("SigRef")]
        switch field {
        case .personal, .issuer:
            reference["TransformMethod"] = .name("DocMDP")
            reference["TransformParams"] = .dictionary([
                "Type": .name("TransformParams"), "P": .integer(field == .personal ? 2 : 1), "V": .name("1.2"),
            ])
        case .enterprise:
            reference["TransformMethod"] = .name("FieldMDP")
            reference["Data"] = .reference(catalog.number)
            reference["TransformParams"] = .dictionary([
                "Type": .name("TransformParams"), "Action": .name("Exclude"),
                "Fields": .array([.literal(SignableForm.timestampField)]), "V": .name("1.2"),
            ])
        }
        return reference
    }

    private static let emptyRange = Array("[0 0000000000 0000000000 0000000000]".utf8)
    private static let emptyHole = Array("<".utf8) + [UInt8](repeating: 48, count: 2 * capacity) + Array(">".utf8)

    /// Puts the range, whose width is fixed, where it was left free.
    private static func fillRange(_ bytes: [UInt8], from start: Int) throws(PDFFault) -> Draft {
        let slice = bytes[start...]
        guard let range = slice.firstRange(of: emptyRange), let hole = slice.firstRange(of: emptyHole) else {
            throw PDFFault(offset: start)
        }
        let ends = "[0 \(hole.lowerBound) \(hole.upperBound) \(bytes.count - hole.upperBound)]"
        let padding = String(repeating: " ", count: emptyRange.count - ends.utf8.count)
        var bytes = bytes
        bytes.replaceSubrange(range, with: Array((ends.dropLast() + padding + "]").utf8))
        return Draft(bytes: bytes, hole: hole)
    }
}

extension SignatureAppearance {
    fileprivate var dictionary: PDFDictionary {
        [
            "Type": .name("XObject"), "Subtype": .name("Form"),
            "BBox": .array([.integer(0), .integer(0), .number(size.width), .number(size.height)]),
            "Resources": .dictionary([:]), "Filter": .name("FlateDecode"),
        ]
    }
}
