package import Core

/// Where the fields of the 256-byte text block lie: offset and length in bytes of UTF-16LE, padded with spaces.
///
/// Source: the public PCSCGetData.h of Johann356/readinfo; offsets 0 to 203 of the citizen's card agree with three
/// other parsers.
package struct IdentityTextField: Hashable, Sendable {
    package let offset: Int
    package let length: Int

    private init(_ offset: Int, _ length: Int) {
        self.offset = offset
        self.length = length
    }

    /// Tells the layout, so it is read before anything else.
    package static let kindFlag = Self(248, 2)
    package static let validFrom = Self(188, 16)
    package static let validUntil = Self(204, 16)
}

/// The fields of one of the three layouts.
package struct IdentityTextLayout: Hashable, Sendable {
    package var chineseName: IdentityTextField?
    /// In pieces that follow each other.
    package var englishName: [IdentityTextField] = []
    package let sex: IdentityTextField
    package var nation: IdentityTextField?
    package var nationality: IdentityTextField?
    package let birth: IdentityTextField
    package var address: IdentityTextField?
    package let number: IdentityTextField
    package var authority: IdentityTextField?
}

extension IdentityTextLayout {
    package init(_ kind: IdentityDocumentKind) {
        switch kind {
        case .residentCard: self = .citizen
        case .residencePermit:
            self = .citizen
            nation = nil  // Reserved on the permit.
        case .foreignerCard2017: self = .foreigner2017
        case .foreignerCard2023: self = .foreigner2023
        }
    }
}

extension IdentityTextField {
    fileprivate static func at(_ offset: Int, _ length: Int) -> Self { Self(offset, length) }
}

extension IdentityTextLayout {
    private static let citizen = Self(
        chineseName: .at(0, 30), sex: .at(30, 2), nation: .at(32, 4), birth: .at(36, 16), address: .at(52, 70),
        number: .at(122, 36), authority: .at(158, 30))

    // The authority is a code of four characters here.
    private static let foreigner2017 = Self(
        chineseName: .at(158, 30), englishName: [.at(0, 120)], sex: .at(120, 2), nationality: .at(152, 6),
        birth: .at(220, 16), number: .at(122, 30), authority: .at(240, 8))

    private static let foreigner2023 = Self(
        chineseName: .at(0, 30), englishName: [.at(52, 70), .at(220, 22)], sex: .at(30, 2),
        nationality: .at(242, 6), birth: .at(36, 16), number: .at(122, 36))
}
