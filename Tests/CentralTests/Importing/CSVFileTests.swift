import Foundation
import Testing

@testable import Central

struct CSVFileTests {
    static let files: [(String, [[String]], [Int])] = [
        ("a,b\n1,2\n", [["1", "2"]], [2]),
        ("a,b\r\n1,2\r\n3,4", [["1", "2"], ["3", "4"]], [2, 3]),
        ("a,b\n\"1,\"\"x\"\"\",\"2\n3\"\n4,5\n", [["1,\"x\"", "2\n3"], ["4", "5"]], [2, 4]),
        ("a,b\n,\n\n\n1,\"\"\n", [["", ""], ["1", ""]], [2, 5]),
        ("a,b\n1\n1,2,3", [["1"], ["1", "2", "3"]], [2, 3]),
        ("a,b", [], []),
        ("a,b\n\"1\",\"2\"", [["1", "2"]], [2]),
        ("a,b\r1,2\r", [["1", "2"]], [2]),
        ("a,b\n1 , 2", [["1 ", " 2"]], [2]),
    ]

    @Test(arguments: files)
    func `fields and lines are as RFC 4180 has them`(_ text: String, _ fields: [[String]], _ lines: [Int]) throws {
        let file = try CSVFile(Data(text.utf8))
        #expect(file.header == ["a", "b"])
        #expect(file.records.map(\.fields) == fields)
        #expect(file.records.map(\.line) == lines)
    }

    static let faults: [(String, CSVFile.Fault)] = [
        ("", .empty), ("\n\n", .empty), ("a\n\"1", .quote(line: 2)), ("a\n1\"2\n", .quote(line: 2)),
        ("a\n\"1\"2\n", .quote(line: 2)), ("a\n1\n\"2\n3\n", .quote(line: 3)),
    ]

    @Test(arguments: faults)
    func `a file that is none is told where`(_ text: String, _ fault: CSVFile.Fault) {
        #expect(throws: fault) { try CSVFile(Data(text.utf8)) }
    }

    @Test func `Chinese is read from UTF-8, with its mark, and from GB18030`() throws {
        let text = "姓名,企业\n测试员甲,上海示例𠮷有限公司\n"
        let gb = try #require(text.data(using: String.Encoding(rawValue: 0x8000_0632)))
        for data in [Data(text.utf8), Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8), gb] {
            let file = try CSVFile(data)
            #expect(file.header == ["姓名", "企业"])
            #expect(file.records.first?.fields == ["测试员甲", "上海示例𠮷有限公司"])
        }
        #expect(throws: CSVFile.Fault.encoding) { try CSVFile(Data([0x61, 0xFF, 0xFF, 0xFF])) }
    }
}
