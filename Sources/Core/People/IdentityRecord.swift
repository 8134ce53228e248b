/// Which of the four cards with the common 256-byte text block lies on the reader. The raw value is the type flag at
/// byte offset 248 of that block.
package enum IdentityDocumentKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// 居民身份证
    case residentCard = " "
    /// 港澳台居民居住证
    case residencePermit = "J"
    /// 外国人永久居留身份证, 2017 layout
    case foreignerCard2017 = "I"
    /// 外国人永久居留身份证, 2023 layout
    case foreignerCard2023 = "Y"

    package var chinese: String {
        switch self {
        case .residentCard: "居民身份证"
        case .residencePermit: "港澳台居民居住证"
        case .foreignerCard2017, .foreignerCard2023: "外国人永久居留身份证"
        }
    }
}

/// The end of a card's term: a day, or 长期.
package enum CardValidity: Hashable, Sendable, Codable {
    case until(CivilDate)
    case unlimited
}

/// What an identity card says of its holder, decoded; the photo stays opaque (no open decoder of WLT exists).
package struct IdentityRecord: Hashable, Sendable, Codable {
    package let number: DocumentNumber
    /// The name that papers carry: the Chinese name, or the English one where the card has no Chinese name.
    package let name: String
    package let englishName: String?
    package let sex: Sex
    /// GB/T 3304 code of two digits; nil on permits and foreigners' cards.
    package let nation: String?
    /// GB/T 2659 alpha-3 code; nil on citizens' cards.
    package let nationality: String?
    package let birth: CivilDate
    package let address: String?
    package let issuingAuthority: String?
    package let validFrom: CivilDate
    package let validity: CardValidity

    package init(
        number: DocumentNumber, name: String, englishName: String? = nil, sex: Sex, nation: String? = nil,
        nationality: String? = nil, birth: CivilDate, address: String? = nil, issuingAuthority: String? = nil,
        validFrom: CivilDate, validity: CardValidity
    ) {
        self.number = number
        self.name = name
        self.englishName = englishName
        self.sex = sex
        self.nation = nation
        self.nationality = nationality
        self.birth = birth
        self.address = address
        self.issuingAuthority = issuingAuthority
        self.validFrom = validFrom
        self.validity = validity
    }

    package var kind: IdentityDocumentKind { number.kind }

    package func isExpired(on day: CivilDate) -> Bool {
        switch validity {
        case .unlimited: false
        case .until(let last): last < day
        }
    }
}

extension IdentityRecord: Discreet {
    package var description: String { "\(kind.chinese) \(Masking.name(name)) \(number.masked)" }
}
