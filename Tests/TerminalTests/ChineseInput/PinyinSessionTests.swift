import Foundation
import Testing

@testable import Terminal

@Suite(.serialized) struct PinyinSessionTests {
    @Test func `typing a company's pinyin offers its name first and commits it whole`() async throws {
        try await withSession { session in
            let state = await type("shanghaishijianzhushejiyouxiangongsi", into: session)
            #expect(state.composition == "shang hai shi jian zhu she ji you xian gong si")
            #expect(state.candidates.first == "上海市建筑设计有限公司")
            let chosen = await session.select(0)
            #expect(chosen.committed == "上海市建筑设计有限公司")
            #expect(chosen.composition.isEmpty && chosen.candidates.isEmpty)
        }
    }

    @Test func `a part may be chosen first`() async throws {
        try await withSession { session in
            let state = await type("shejiyuan", into: session)
            let place = try #require(state.candidates.firstIndex(of: "社稷"))
            let chosen = await session.select(place)
            #expect(chosen.committed.isEmpty)
            #expect(chosen.composition.hasPrefix("社稷"))
            let rest = try #require(chosen.candidates.firstIndex(of: "园"))
            #expect(await session.select(rest).committed == "社稷园")
        }
    }

    @Test func `what one person typed and picked is not learnt, nor written anywhere`() async throws {
        let data = try BakedPinyin.data.get()
        let before = try files(in: data.directory)
        let offered = try await candidates(for: "ceshijia")
        for _ in 0..<5 {
            // 测试甲 a character at a time, as a rare name is typed.
            try await withSession { session in
                var state = await type("ceshijia", into: session)
                for character in ["测", "试", "甲"] {
                    if state.hasMore { state = await session.more() }
                    state = await session.select(try #require(state.candidates.firstIndex(of: character)))
                }
                #expect(state.committed == "测试甲")
            }
        }
        let offeredNext = try await candidates(for: "ceshijia")
        #expect(offeredNext == offered)
        #expect(offeredNext.first != "测试甲")
        #expect(try files(in: data.directory) == before)
        #expect(!before.contains { $0.contains("userdb") })
    }

    @Test func `nothing is left of a composition that was broken off`() async throws {
        try await withSession { session in
            _ = await type("shang", into: session)
            #expect(await session.clear() == PinyinState())
            #expect(await type("h", into: session).composition == "h")
            await session.end()
            #expect(await session.type("a") == PinyinState())
        }
    }

    @Test func `backspace takes a letter back`() async throws {
        try await withSession { session in
            _ = await type("hai", into: session)
            #expect(await session.backspace().composition == "ha")
            _ = await session.backspace()
            #expect(await session.backspace() == PinyinState())
            #expect(await session.backspace() == PinyinState())
        }
    }

    @Test func `the original characters of a name can be kept`() async throws {
        try await withSession { session in
            _ = await type("sheng", into: session)
            let simplified = await session.more()
            #expect(!simplified.candidates.contains("昇") && simplified.candidates.contains("升"))
            _ = await session.keepOriginalCharacters(true)
            #expect(await session.more().candidates.contains("昇"))
            _ = await session.keepOriginalCharacters(false)
            #expect(await session.more() == simplified)
        }
    }

    @Test(arguments: [("yi", "祎"), ("sheng", "晟"), ("xuan", "瑄"), ("zhe", "喆"), ("yu", "昱")])
    func `rare name characters can be reached`(pinyin: String, character: String) async throws {
        #expect(try await candidates(for: pinyin).contains(character))
    }

    @Test func `denied words and glyphs without a font are not offered, and the others are still picked rightly`()
        async throws
    {
        let filter = CandidateFilter(denied: ["设计"], canShow: { !$0.contains("射") })
        try await withSession(filter: filter) { session in
            let state = await type("sheji", into: session)
            #expect(!state.candidates.contains { $0.contains("设计") || $0.contains("射") })
            let place = try #require(state.candidates.firstIndex(of: "社稷"))
            #expect(await session.select(place).committed == "社稷")
        }
        #expect(try await !candidates(for: "shujingguan").contains { $0.contains("输精管") })
    }

    @Test func `a key offers the first candidates, and the others on request`() async throws {
        try await withSession { session in
            let state = await type("yi", into: session)
            #expect(state.hasMore && state.candidates.count <= 40)
            let all = await session.more()
            #expect(!all.hasMore && all.candidates.count > 300)
            #expect(all.candidates.starts(with: state.candidates))
            #expect(await session.select(300).committed == all.candidates[300])
        }
    }

    @Test func `an index that is not offered chooses nothing`() async throws {
        try await withSession { session in
            let state = await type("hai", into: session)
            #expect(await session.select(state.candidates.count) == state)
            #expect(await session.select(-1) == state)
        }
    }

    @Test func `keys that are no letters do nothing`() async throws {
        try await withSession { session in
            let state = await type("hai", into: session)
            for key: Character in ["1", " ", "H", "\t", "海", "`", "/"] {
                #expect(await session.type(key) == state)
            }
        }
    }

    @Test func `without data there is a clear word`() async throws {
        #expect(throws: ChineseInputFault.dataMissing("/nowhere")) {
            try PinyinSession(data: PinyinData(directory: "/nowhere"))
        }
    }

    private func type(_ letters: String, into session: PinyinSession) async -> PinyinState {
        var state = PinyinState()
        for letter in letters { state = await session.type(letter) }
        return state
    }

    private func candidates(for pinyin: String) async throws -> [String] {
        try await withSession { session in
            let state = await type(pinyin, into: session)
            return state.hasMore ? await session.more().candidates : state.candidates
        }
    }

    private func withSession<Result: Sendable>(
        filter: CandidateFilter = CandidateFilter(), _ body: (PinyinSession) async throws -> Result
    ) async throws -> Result {
        let session = try PinyinSession(data: BakedPinyin.data.get(), filter: filter)
        do {
            let result = try await body(session)
            await session.end()
            return result
        } catch {
            await session.end()
            throw error
        }
    }

    /// Every file and when it was last written.
    private func files(in directory: String) throws -> [String] {
        let manager = FileManager.default
        return try manager.subpathsOfDirectory(atPath: directory).sorted().map { path in
            let attributes = try manager.attributesOfItem(atPath: "\(directory)/\(path)")
            return "\(path) \(attributes[.size] ?? "") \(attributes[.modificationDate] ?? "")"
        }
    }
}
