import Testing

@testable import Terminal

@Suite struct InitialsIndexTests {
    private static let names = [
        "上海示例建筑设计有限公司", "上海示例工程咨询有限公司", "示例建筑设计研究院", "厦门示例设计有限公司", "长宁示例事务所", "3A 示例设计",
        "上海市示例设计研究总院有限公司",
    ]
    private static let index = InitialsIndex(names.enumerated().map { (id: $0.offset, name: $0.element) })

    @Test(arguments: [
        ("shsl", [1, 0]),
        ("SHSLJ", [0]),
        ("shs", [1, 0, 6]),
        ("sljz", [2, 0]),
        ("xm", [3]), ("sm", [3]), ("zn", [4]), ("cn", [4]),
        ("3a", [5]), ("3A", [5]),
        ("shsslsjyjzyyxgs", [6]),
        ("shsslsjyjzyyxgsx", []),
        ("工程", [1]),
        ("示例设计", [3, 5, 6]),
        ("zzzz", []), ("", []),
    ])
    func `typing finds names by the start of their initials, then by a part`(query: String, found: [Int]) {
        let matches = Self.index.matches(query)
        #expect(matches.map(\.id) == found)
        #expect(matches.allSatisfy { $0.name == Self.names[$0.id] })
    }

    @Test func `no more are told than asked for, and none twice`() {
        #expect(Self.index.matches("s", limit: 2).count == 2)
        #expect(Self.index.matches("sl", limit: 100).map(\.id).sorted() == Array(0..<7))
    }

    /// Against a plain search through all keys of all names.
    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func `it finds what a plain search finds`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let alphabet = Array("上海示例长单行重建筑设计院AB1")
        let names = (0..<100).map { _ in
            String(
                (0..<Int.random(in: 1...14, using: &generator)).map { _ in
                    alphabet.randomElement(using: &generator) ?? "海"
                })
        }
        let index = InitialsIndex(names.enumerated().map { (id: $0.offset, name: $0.element) })
        let keys = names.map { PinyinInitials.keys(of: $0) }
        for _ in 0..<60 {
            let key = keys.randomElement(using: &generator)?.randomElement(using: &generator) ?? ""
            let start = Int.random(in: 0...key.count, using: &generator)
            let query = String(key.dropFirst(start).prefix(Int.random(in: 1...13, using: &generator)))
            let expected = query.isEmpty ? [] : names.indices.filter { keys[$0].contains { $0.contains(query) } }
            let found = index.matches(query, limit: 1000).map(\.id)
            #expect(Set(found) == Set(expected), "\(query)")
            let begins = found.map { id in keys[id].contains { $0.hasPrefix(query) } }
            #expect(!zip(begins, begins.dropFirst()).contains { !$0 && $1 }, "prefixes come first")
        }
    }
}
