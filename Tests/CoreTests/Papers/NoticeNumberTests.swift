import Core
import Testing

@Suite struct NoticeNumberTests {
    @Test(arguments: [(2026, 1234, "沪建注2026-001234"), (2000, 1, "沪建注2000-000001"), (2999, 999_999, "沪建注2999-999999")])
    func `a number reads as it is written`(year: Int, serial: Int, text: String) throws {
        let number = try #require(NoticeNumber(year: year, serial: serial))
        #expect(number.description == text)
        #expect(NoticeNumber(text) == number)
    }

    @Test(arguments: [
        "", "2026-001234", "沪建注2026-1234", "沪建注2026-0012345", "沪建注26-001234", "沪建注2026001234", "沪建注+026-001234",
        "沪建注2026-+01234", "沪建注2026-000000", "沪建注1999-000001", "沪建注3000-000001", "沪建注2026-001234-", "沪建注２０２６-001234",
    ])
    func `anything else is no number`(text: String) { #expect(NoticeNumber(text) == nil) }

    @Test(arguments: [(1999, 1), (3000, 1), (2026, 0), (2026, 1_000_000), (2026, -1)])
    func `a number outside its range is not made`(year: Int, serial: Int) {
        #expect(NoticeNumber(year: year, serial: serial) == nil)
    }
}
