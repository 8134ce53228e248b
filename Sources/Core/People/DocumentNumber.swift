/// The number on an identity document, checked by the rule of its kind.
///
/// Eighteen characters with the MOD 11-2 check of GB 11643 for the resident identity card, the residence permit of
/// Hong Kong, Macao and Taiwan people and the foreigner's card of 2023; three letters and twelve digits for the
/// foreigner's card of 2017. A lower-case x is accepted and stored as X.
package struct DocumentNumber: Hashable, Sendable {
    package let kind: IdentityDocumentKind
    package let text: String

    package init(_ text: String, kind: IdentityDocumentKind) throws(DocumentNumberProblem) {
        let upper = text.uppercased()
        switch kind {
        case .residentCard, .residencePermit, .foreignerCard2023:
            try Self.checkEighteen(upper, foreigner: kind == .foreignerCard2023)
        case .foreignerCard2017:
            try Self.checkFifteen(upper)
        }
        self.kind = kind
        self.text = upper
    }

    /// The birth date inside the number; nil for the foreigner's card of 2017, whose number holds none in full.
    package var birth: CivilDate? {
        kind == .foreignerCard2017 ? nil : CivilDate(compact: text.dropFirst(6).prefix(8))
    }

    /// Sex by the 17th digit (odd male, even female); nil for the foreigner's card of 2017.
    package var sex: Sex? {
        guard kind != .foreignerCard2017, let digit = text.dropFirst(16).first?.wholeNumberValue else { return nil }
        return digit % 2 == 1 ? .male : .female
    }

    package var masked: String { Masking.number(text) }

    // GB 11643: only provinces are checked. County tables change, and libraries that hold one refuse real numbers.
    private static let provinces: Set<Int> = [
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62,
        63, 64, 65, 71, 81, 82, 83,
    ]
    private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

    private static func checkEighteen(_ text: String, foreigner: Bool) throws(DocumentNumberProblem) {
        let characters = Array(text.utf8)
        guard text.count == 18 else { throw .length(found: text.count, expected: 18) }
        guard characters.count == 18 else { throw .characters }
        let digits = characters.prefix(17).map { Int($0) - 48 }
        guard digits.allSatisfy({ (0...9).contains($0) }), (48...57).contains(characters[17]) || characters[17] == 88
        else { throw .characters }
        let province = digits[0] * 10 + digits[1]
        guard foreigner ? digits[0] == 9 : provinces.contains(province) else { throw .region }
        guard CivilDate(compact: text.dropFirst(6).prefix(8)) != nil else { throw .birth }
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        guard Array("10X98765432".utf8)[sum % 11] == characters[17] else { throw .check }
    }

    private static func checkFifteen(_ text: String) throws(DocumentNumberProblem) {
        let characters = Array(text.utf8)
        guard text.count == 15 else { throw .length(found: text.count, expected: 15) }
        guard characters.count == 15 else { throw .characters }
        guard characters.prefix(3).allSatisfy({ (65...90).contains($0) }),
            characters.dropFirst(3).allSatisfy({ (48...57).contains($0) })
        else { throw .characters }
    }
}

extension DocumentNumber: Discreet {
    package var description: String { masked }
}

extension DocumentNumber: Codable {
    private enum CodingKeys: String, CodingKey { case kind, text }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let kind = try container.decode(IdentityDocumentKind.self, forKey: .kind)
        let text = try container.decode(String.self, forKey: .text)
        do { try self.init(text, kind: kind) } catch {
            throw DecodingError.dataCorruptedError(
                forKey: .text, in: container, debugDescription: "not a document number: \(error)")
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try container.encode(text, forKey: .text)
    }
}

package enum DocumentNumberProblem: Error, Hashable, Sendable {
    case length(found: Int, expected: Int)
    case characters
    case region
    case birth
    case check
}
