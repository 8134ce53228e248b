import Core
import Testing

@Suite struct PhoneNumberTests {
    @Test(arguments: ["13800005678", "138 0000 5678", "138-0000-5678", "+8613800005678", "+86 138 0000 5678"])
    func `a mobile number is taken however it is spaced`(text: String) throws {
        #expect(try PhoneNumber(text).digits == "13800005678")
    }

    @Test func `the second digit is 3 to 9`() {
        for digit in 0...9 {
            let number = try? PhoneNumber("1\(digit)800005678")
            #expect((number != nil) == (3...9).contains(digit))
        }
    }

    @Test(arguments: [
        ("", PhoneNumberProblem.length(found: 0)), ("1380000567", .length(found: 10)),
        ("138000056789", .length(found: 12)), ("8613800005678", .length(found: 13)), ("1380000567a", .characters),
        ("１３８００００５６７８", .characters), ("+1 3800005678", .characters), ("23800005678", .notMobile),
        ("02160000000", .notMobile), ("12800005678", .notMobile),
    ])
    func `anything else is refused with its reason`(text: String, problem: PhoneNumberProblem) {
        #expect(throws: problem) { try PhoneNumber(text) }
    }
}
