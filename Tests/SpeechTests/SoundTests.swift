import Terminal
import Testing

@testable import Speech

@Suite struct SoundTests {
    @Test func `a header is read as it was written`() throws {
        let header = WAVHeader(.spoken, byteCount: 1234)
        #expect(header.bytes.count == 44)
        #expect(WAVHeader(header.bytes) == header)
        #expect(WAVHeader(header.bytes + [1, 2, 3]) == header)
    }

    @Test func `chunks before the samples are passed over`() {
        let plain = WAVHeader(.spoken, byteCount: 8).bytes
        let list: [UInt8] = Array("LIST".utf8) + [3, 0, 0, 0, 1, 2, 3, 0]
        let header = WAVHeader(plain[..<12] + list + plain[12...])
        #expect(header?.format == .spoken)
        #expect(header?.byteCount == 8)
        #expect(header?.length == 56)
    }

    @Test func `what is no header is none`() {
        let whole = WAVHeader(.spoken, byteCount: 8).bytes
        for count in 0..<44 { #expect(WAVHeader(whole[..<count]) == nil, "\(count)") }
        #expect(WAVHeader(Array(repeating: 0, count: 100)) == nil)
        #expect(WAVHeader(whole[..<20] + [3, 0] + whole[22...]) == nil)
    }

    @Test(arguments: [
        ("请插入“法人一证通”", [SpokenRun(language: .chinese, text: "请插入“法人一证通”")]),
        (
            "PIN 码",
            [SpokenRun(language: .english, text: "PIN "), SpokenRun(language: .chinese, text: "码")]
        ),
        ("第 2 步", [SpokenRun(language: .chinese, text: "第 2 步")]),
        ("……", []), ("", []),
        (
            "M A 1 K",
            [
                SpokenRun(language: .english, text: "M A "), SpokenRun(language: .chinese, text: "1 "),
                SpokenRun(language: .english, text: "K"),
            ]
        ),
    ])
    func `Chinese text goes to the voice that can read it`(text: String, runs: [SpokenRun]) {
        #expect(SpokenRun.runs(of: text, in: .chinese) == runs)
    }

    @Test func `Chinese words in English text are read as Chinese, its digits as English`() {
        let runs = SpokenRun.runs(of: "Insert the 法人一证通 card, step 2", in: .english)
        #expect(runs.map(\.language) == [.english, .chinese, .english])
        #expect(runs.map(\.text).joined() == "Insert the 法人一证通 card, step 2")
        #expect(SpokenRun.runs(of: "[[a]]", in: .english).map(\.text) == ["  a  "])
    }
}
