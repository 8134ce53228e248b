/// A mobile number of mainland China: eleven digits, the first 1, the second 3 to 9. Spaces, dashes and a leading
/// +86 are accepted and dropped.
package struct PhoneNumber: Hashable, Sendable {
    package let digits: String

    package init(_ text: String) throws(PhoneNumberProblem) {
        var digits = text.filter { !" -".contains($0) }
        if digits.hasPrefix("+86") { digits.removeFirst(3) }
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }) else { throw .characters }
        guard digits.utf8.count == 11 else { throw .length(found: digits.utf8.count) }
        guard digits.hasPrefix("1"), digits.dropFirst().first.map({ "3456789".contains($0) }) == true else {
            throw .notMobile
        }
        self.digits = digits
    }

    /// `138****5678`.
    package var masked: String { digits.prefix(3) + "****" + digits.suffix(4) }
}

package enum PhoneNumberProblem: Error, Hashable, Sendable {
    case characters
    case length(found: Int)
    case notMobile
}

extension PhoneNumber: Discreet {
    package var description: String { masked }
}

extension PhoneNumber: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do { try self.init(try container.decode(String.self)) } catch let problem as PhoneNumberProblem {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a phone number: \(problem)")
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(digits)
    }
}
