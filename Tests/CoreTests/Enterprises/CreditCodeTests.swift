import Core
import Testing

@Suite struct CreditCodeTests {
    /// Four real ones, and two whose organisation code ends in X and in 0, computed elsewhere.
    private static let valid = [
        "91350100M000100Y43", "91110000600037341L", "12100000400010275N", "92371000MA3MXH0E3W", "91310000MA000004XW",
        "91310000MA00000908",
    ]
    private static let alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

    @Test(arguments: valid) func `a right code is taken, in capitals`(text: String) throws {
        #expect(try CreditCode(text).text == text)
        #expect(try CreditCode(text.lowercased()).text == text)
        #expect(try CreditCode(text).hasConsistentOrganisationCode)
    }

    @Test(arguments: [
        ("9111000060003734MM", CreditCodeProblem.check), ("91310000132259568F", .check), ("A1110000600037341L", .check),
        ("", .length(found: 0)), ("91110000600037341", .length(found: 17)), ("91110000600037341LL", .length(found: 19)),
        ("9111000060003734IL", .characters), ("91350100M00010OY43", .characters), ("91350100M000100S43", .characters),
        ("91350100M000100V43", .characters), ("91350100M000100Z43", .characters), ("91350100M000100号43", .characters),
    ])
    func `a wrong code is refused with its reason`(text: String, problem: CreditCodeProblem) {
        #expect(throws: problem) { try CreditCode(text) }
    }

    @Test(arguments: valid) func `every change of one character is noticed`(text: String) {
        for index in text.indices {
            for character in Self.alphabet where character != text[index] {
                var changed = text
                changed.replaceSubrange(index...index, with: String(character))
                #expect(throws: CreditCodeProblem.check, "\(changed)") { try CreditCode(changed) }
            }
        }
    }

    @Test(arguments: valid) func `every transposition of neighbours is noticed`(text: String) {
        for index in 0..<17 {
            var changed = Array(text)
            changed.swapAt(index, index + 1)
            guard String(changed) != text else { continue }
            #expect(throws: CreditCodeProblem.check) { try CreditCode(String(changed)) }
        }
    }

    /// The organisation code has a check of its own; exactly one of its eleven check characters is consistent.
    @Test(arguments: valid) func `a wrong organisation code inside a right code is only remarked`(text: String) throws {
        let consistent = "0123456789X".filter { organisationCheck in
            let start = text.prefix(16) + String(organisationCheck)
            let codes = Self.alphabet.compactMap { try? CreditCode(start + String($0)) }
            return codes.count == 1 && codes.contains { $0.hasConsistentOrganisationCode }
        }
        #expect(consistent == String(try #require(text.dropFirst(16).first)))
    }
}
