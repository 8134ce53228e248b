import Testing
import UpdateFormat

struct ReleaseVersionTests {
    @Test(arguments: ["1.2", "1.2.3.4", "a.b.c", "1.-2.3", "", "1.2.+3", "１.2.3", "1.2.99999999999999999999"])
    func `only three numbers are a version`(text: String) {
        #expect(ReleaseVersion(text) == nil)
    }

    @Test func `versions are compared by number`() throws {
        let versions = ["1.10.0", "1.9.9", "1.9.10", "0.99.99"].compactMap { ReleaseVersion($0) }
        #expect(versions.sorted().map(\.description) == ["0.99.99", "1.9.9", "1.9.10", "1.10.0"])
    }
}
