import Testing

@testable import Terminal

@Suite struct TextLinesTests {
    @Test(arguments: [
        ("", 10, [""]),
        ("上海市", 6, ["上海市"]),
        ("上海市示例", 6, ["上海市", "示例"]),
        ("上海市示例", 7, ["上海市", "示例"]),
        ("上海，示例。", 4, ["上", "海，", "示", "例。"]),
        ("请点“验证”", 6, ["请点", "“验证”"]),
        ("hello world again", 11, ["hello world", "again"]),
        ("hello   world", 5, ["hello", "world"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("用 GB/T 标准", 7, ["用 GB/T", "标准"]),
        ("一\n二", 9, ["一", "二"]),
        ("一\n\n二", 9, ["一", "", "二"]),
        ("上海", 1, ["上", "海"]),
    ])
    func `text breaks where Chinese typesetting allows it`(text: String, width: Int, lines: [String]) {
        #expect(TextLines.wrap(text, width: width).map(String.init) == lines)
    }

    @Test(arguments: [
        ("上海市", 6, "上海市"), ("上海市", 5, "上海…"), ("上海市", 4, "上…"), ("上海市", 2, "…"), ("上海市", 1, "…"), ("ab", 0, ""),
        ("abcdef", 4, "abc…"),
    ])
    func `a short form ends in an ellipsis and fits`(text: String, width: Int, short: String) {
        #expect(TextLines.truncate(text, width: width) == short)
        #expect(TextWidth.of(TextLines.truncate(text, width: width)) <= width)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `wrapping loses only blanks and keeps the width`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let alphabet = Array("上海示例，。“”（）ab c d1 ")
        let text = String((0..<60).map { _ in alphabet.randomElement(using: &generator) ?? " " })
        let width = Int.random(in: 2...20, using: &generator)
        let lines = TextLines.wrap(text, width: width)
        #expect(lines.allSatisfy { TextWidth.of($0) <= width })
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
}
