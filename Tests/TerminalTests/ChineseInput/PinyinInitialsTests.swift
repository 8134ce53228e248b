import Foundation
import Testing

@testable import Terminal

@Suite struct PinyinInitialsTests {
    @Test(arguments: [
        ("上海示例", ["shsl"]),
        ("上海市示例设计研究总院有限公司", ["shsslsjyjzyyxgs"]),
        ("厦门", ["sm", "xm"]),
        ("长宁", ["zn", "cn"]),
        ("莘庄", ["sz", "xz"]),
        ("A3 建筑（上海）", ["a3jzsh"]),
        ("ＡＢ事务所", ["absws"]),
        ("", [""]),
        ("，。", [""]),
        ("𫖯", ["f"]),
    ])
    func `a name's keys`(name: String, keys: [String]) {
        #expect(PinyinInitials.keys(of: name) == keys)
    }

    @Test func `many readings stay within the limit, the usual ones first`() {
        let keys = PinyinInitials.keys(of: "单长行重单长行重", limit: 16)
        #expect(keys.count <= 16)
        #expect(keys.first == "dzxzdzxz")
        #expect(Set(keys).count == keys.count)
    }

    /// The witness is Debian's unicode-data.
    @Test func `the table is the one that the script makes`() throws {
        let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
        let process = Process()
        let pipe = Pipe()
        process.executableURL = package.appending(path: "script/generate-pinyin-initials")
        process.standardOutput = pipe
        try process.run()
        let made = try #require(try pipe.fileHandleForReading.readToEnd())
        process.waitUntilExit()
        let table = package.appending(path: "Sources/Terminal/ChineseInput/PinyinInitials+Table.swift")
        #expect(process.terminationStatus == 0)
        #expect(try made == Data(contentsOf: table))
    }
}
