package import Core

/// Decodes the 256-byte text block of the four kinds of card, and believes nothing that contradicts itself.
package enum IdentityTextParser {
    package static let length = 256

    package static func parse(_ block: [UInt8]) throws(IdentityTextProblem) -> IdentityRecord {
        guard block.count == length else { throw .length(block.count) }
        guard let kind = IdentityDocumentKind(rawValue: try raw(.kindFlag, of: block)) else { throw .unknownKind }
        let layout = IdentityTextLayout(kind)
        let number = try number(layout, kind, block)
        let birth = try date(layout.birth, of: block)
        let sex = try sex(layout, block)
        guard number.birth.map({ $0 == birth }) ?? true else { throw .birthContradictsNumber }
        guard number.sex.map({ $0 == sex || (sex != .male && sex != .female) }) ?? true else {
            throw .sexContradictsNumber
        }
        let (from, validity) = try term(block)
        let english = try text(layout.englishName, of: block)
        guard let name = try text(layout.chineseName, of: block) ?? english else { throw .noName }
        return IdentityRecord(
            number: number, name: name, englishName: english, sex: sex, nation: try nation(layout, block),
            nationality: try text(layout.nationality, of: block), birth: birth,
            address: try text(layout.address, of: block), issuingAuthority: try text(layout.authority, of: block),
            validFrom: from, validity: validity)
    }

    private static func number(
        _ layout: IdentityTextLayout, _ kind: IdentityDocumentKind, _ block: [UInt8]
    ) throws(IdentityTextProblem) -> DocumentNumber {
        let text = try text(layout.number, of: block) ?? ""
        do throws(DocumentNumberProblem) {
            return try DocumentNumber(text, kind: kind)
        } catch { throw .number(error) }
    }

    private static func sex(_ layout: IdentityTextLayout, _ block: [UInt8]) throws(IdentityTextProblem) -> Sex {
        guard let sex = Sex(rawValue: try raw(layout.sex, of: block)) else { throw .sex }
        return sex
    }

    // The code stays as it is: sources disagree on those beyond the 56 nations.
    private static func nation(
        _ layout: IdentityTextLayout, _ block: [UInt8]
    ) throws(IdentityTextProblem) -> String? {
        guard let code = try text(layout.nation, of: block) else { return nil }
        guard code.utf8.count == 2, code.utf8.allSatisfy({ (48...57).contains($0) }) else { throw .nation }
        return code
    }

    private static func term(_ block: [UInt8]) throws(IdentityTextProblem) -> (CivilDate, CardValidity) {
        let from = try date(.validFrom, of: block)
        // Never parsed as a date first: citizens from 46 on have cards without an end.
        if try text(.validUntil, of: block) == "长期" { return (from, .unlimited) }
        let until = try date(.validUntil, of: block)
        guard from <= until else { throw .term }
        return (from, .until(until))
    }

    // 00000000 is what a failed reading leaves; no such day exists.
    private static func date(
        _ field: IdentityTextField, of block: [UInt8]
    ) throws(IdentityTextProblem) -> CivilDate {
        guard let date = CivilDate(compact: try raw(field, of: block)) else { throw .date(offset: field.offset) }
        return date
    }

    /// Nil for a field that this kind of card has not, or that is blank.
    private static func text(
        _ field: IdentityTextField?, of block: [UInt8]
    ) throws(IdentityTextProblem) -> String? {
        try text(field.map { [$0] } ?? [], of: block)
    }

    private static func text(
        _ fields: [IdentityTextField], of block: [UInt8]
    ) throws(IdentityTextProblem) -> String? {
        var whole = ""
        for field in fields { whole += try raw(field, of: block) }
        while whole.last == " " { whole.removeLast() }
        return whole.isEmpty ? nil : whole
    }

    /// The characters with their padding. Half a surrogate pair or a control character is no text of a card.
    private static func raw(
        _ field: IdentityTextField, of block: [UInt8]
    ) throws(IdentityTextProblem) -> String {
        let bytes = block[field.offset..<field.offset + field.length]
        let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
            UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
        }
        guard let text = String(validating: units, as: UTF16.self), text.unicodeScalars.allSatisfy(isPrintable)
        else { throw .characters(offset: field.offset) }
        return text
    }

    // Private-use code points stay: rare characters of names are written with them.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}

/// Why a text block is not believed. It names places and rules, never the content.
package enum IdentityTextProblem: Error, Hashable, Sendable {
    case length(Int)
    case unknownKind
    case characters(offset: Int)
    case number(DocumentNumberProblem)
    case date(offset: Int)
    case sex
    case nation
    case noName
    case birthContradictsNumber
    case sexContradictsNumber
    /// It ends before it begins.
    case term
}
