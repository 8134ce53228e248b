/// 统一社会信用代码, GB 32100: eighteen characters of the 31-character alphabet, the last one a MOD 31 check.
package struct CreditCode: Hashable, Sendable {
    package let text: String

    package init(_ text: String) throws(CreditCodeProblem) {
        let upper = text.uppercased()
        guard upper.count == 18 else { throw .length(found: upper.count) }
        let values = upper.compactMap { Self.alphabet.firstIndex(of: $0) }
        guard values.count == 18 else { throw .characters }
        let sum = zip(values, Self.weights).reduce(0) { $0 + $1.0 * $1.1 }
        guard (31 - sum % 31) % 31 == values[17] else { throw .check }
        self.text = upper
    }

    /// GB 11714: does the organisation code inside (characters 9 to 17) carry its own right check character? Real codes
    /// with a wrong one exist, so this only warns.
    package var hasConsistentOrganisationCode: Bool {
        let code = Array(text.dropFirst(8).prefix(9))
        let values = code.prefix(8).map { $0.wholeNumberValue ?? Int($0.asciiValue ?? 0) - 55 }
        let check = 11 - zip(values, [3, 7, 9, 10, 5, 8, 4, 2]).reduce(0) { $0 + $1.0 * $1.1 } % 11
        let expected: Character = check == 10 ? "X" : check == 11 ? "0" : Character(String(check))
        return code[8] == expected
    }

    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
}

package enum CreditCodeProblem: Error, Hashable, Sendable {
    case length(found: Int)
    case characters
    case check
}

extension CreditCode: CustomStringConvertible {
    package var description: String { text }
}

extension CreditCode: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do { try self.init(try container.decode(String.self)) } catch let problem as CreditCodeProblem {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a credit code: \(problem)")
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
