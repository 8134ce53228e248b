/// Why a card that was read well is not accepted as proof of identity today.
package enum IdentityProblem: Error, Hashable, Sendable, Codable, CaseIterable {
    /// The birth field differs from the birth inside the number.
    case birthDiffersFromNumber
    /// The sex field differs from the parity of the number's 17th digit.
    case sexDiffersFromNumber
    case bornInFuture
    /// The term ends before it begins.
    case termReversed
    case notYetValid
    case expired
}

extension IdentityRecord {
    /// Everything that speaks against this card on that day, in the order of the card's fields; empty for a good card.
    /// The 2017 foreigner's card is spared the first two: its number holds neither birth nor sex.
    package func problems(on day: CivilDate) -> [IdentityProblem] {
        var found: [IdentityProblem] = []
        if let inNumber = number.birth, inNumber != birth { found.append(.birthDiffersFromNumber) }
        if let inNumber = number.sex, sex.isStated, inNumber != sex { found.append(.sexDiffersFromNumber) }
        if birth > day { found.append(.bornInFuture) }
        if case .until(let last) = validity, last < validFrom { found.append(.termReversed) }
        if validFrom > day { found.append(.notYetValid) }
        if isExpired(on: day) { found.append(.expired) }
        return found
    }
}

extension Sex {
    /// GB/T 2261.1 has two codes that state nothing; they contradict no number.
    fileprivate var isStated: Bool {
        switch self {
        case .male, .female: true
        case .unknown, .unstated: false
        }
    }
}
