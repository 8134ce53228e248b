import Core
import Testing

@Suite struct DocumentNumberTests {
    private static let valid: [(text: String, kind: IdentityDocumentKind)] = [
        ("11010519491231002X", .residentCard), ("440524188001010014", .residentCard),
        ("360426199101010071", .residentCard), ("44011320141005001X", .residentCard),
        ("310101199003070094", .residentCard), ("810000199408230021", .residencePermit),
        ("911124198108030024", .foreignerCard2023),
    ]

    @Test(arguments: valid) func `a right number is taken as it is`(text: String, kind: IdentityDocumentKind) throws {
        let number = try DocumentNumber(text, kind: kind)
        #expect(number.text == text)
        #expect(number.birth == CivilDate(compact: text.dropFirst(6).prefix(8)))
        let digit = try #require(text.dropFirst(16).first?.wholeNumberValue)
        #expect(number.sex == (digit.isMultiple(of: 2) ? .female : .male))
    }

    @Test(arguments: valid) func `every change of one digit is noticed`(text: String, kind: IdentityDocumentKind) {
        for index in text.indices {
            for digit in "0123456789X" where digit != text[index] {
                var changed = text
                changed.replaceSubrange(index...index, with: String(digit))
                #expect(throws: DocumentNumberProblem.self, "\(changed)") { try DocumentNumber(changed, kind: kind) }
            }
        }
    }

    @Test(arguments: valid) func `every transposition of neighbours is noticed`(
        text: String, kind: IdentityDocumentKind
    ) {
        for index in 0..<17 {
            var changed = Array(text)
            changed.swapAt(index, index + 1)
            guard String(changed) != text else { continue }
            #expect(throws: DocumentNumberProblem.self, "\(changed)") {
                try DocumentNumber(String(changed), kind: kind)
            }
        }
    }

    @Test func `a small x counts as a large one`() throws {
        #expect(try DocumentNumber("11010519491231002x", kind: .residentCard).text == "11010519491231002X")
    }

    @Test(arguments: [
        ("", IdentityDocumentKind.residentCard, DocumentNumberProblem.length(found: 0, expected: 18)),
        ("310101900307009", .residentCard, .length(found: 15, expected: 18)),
        ("3101011990030700941", .residentCard, .length(found: 19, expected: 18)),
        ("31010119900307009A", .residentCard, .characters), ("3101O1199003070094", .residentCard, .characters),
        ("３１０１０１１９９００３０７００９４", .residentCard, .characters),
        ("X10101199003070094", .residentCard, .characters),
        ("160101199003070094", .residentCard, .region), ("911124198108030024", .residentCard, .region),
        ("310101199003070094", .foreignerCard2023, .region),
        ("310101199002310094", .residentCard, .birth), ("310101190002290094", .residentCard, .birth),
        ("310101199003070095", .residentCard, .check),
        ("ABC12345678901", .foreignerCard2017, .length(found: 14, expected: 15)),
        ("AB1123456789012", .foreignerCard2017, .characters), ("ABC12345678901X", .foreignerCard2017, .characters),
    ])
    func `a wrong number is refused for its first fault`(
        text: String, kind: IdentityDocumentKind, problem: DocumentNumberProblem
    ) {
        #expect(throws: problem) { try DocumentNumber(text, kind: kind) }
    }

    @Test func `no check character saves a birth that does not exist`() {
        for check in "0123456789X" {
            #expect(throws: DocumentNumberProblem.birth) {
                try DocumentNumber("31010119900231001\(check)", kind: .residentCard)
            }
        }
    }

    @Test func `exactly the provinces of GB 2260 are known`() {
        let known = (0...99).filter { province in
            let start = (province < 10 ? "0" : "") + "\(province)"
            return "0123456789X".contains { check in
                (try? DocumentNumber("\(start)010119900307009\(check)", kind: .residentCard)) != nil
            }
        }
        let listed = [11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71...71, 81...83].flatMap(Array.init)
        #expect(known == listed)
    }

    @Test func `the old foreigner's card tells neither birth nor sex`() throws {
        let number = try DocumentNumber("abc123456789012", kind: .foreignerCard2017)
        #expect(number.text == "ABC123456789012")
        #expect(number.birth == nil && number.sex == nil)
    }
}
