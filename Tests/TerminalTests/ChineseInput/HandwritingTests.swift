import Testing

@testable import Terminal

/// Characters as a hand would draw them, each stroke by its corners.
struct HandwritingTests {
    @Test(
        arguments: [
            ("三", [[(180, 220), (820, 200)], [(240, 500), (760, 490)], [(100, 830), (900, 820)]]),
            (
                "王",
                [
                    [(200, 180), (800, 170)], [(250, 480), (760, 470)], [(500, 180), (500, 830)],
                    [(110, 850), (900, 840)],
                ]
            ),
            ("人", [[(500, 100), (470, 400), (330, 700), (110, 900)], [(490, 330), (650, 650), (900, 890)]]),
            (
                "中",
                [
                    [(200, 300), (210, 620)], [(200, 300), (800, 290), (780, 600)], [(210, 600), (780, 590)],
                    [(500, 80), (500, 950)],
                ]
            ),
            (
                "测",
                [
                    [(120, 120), (220, 210)], [(80, 390), (180, 470)], [(90, 880), (160, 760), (260, 560)],
                    [(330, 160), (330, 700)], [(330, 160), (620, 150), (620, 700)],
                    [(480, 270), (470, 560), (300, 890)],
                    [(510, 680), (630, 840)], [(740, 200), (740, 690)], [(890, 80), (890, 880), (800, 820)],
                ]
            ),
        ] as [(String, [[(Int, Int)]])])
    func `what is written is among the first eight`(character: String, strokes: [[(Int, Int)]]) async throws {
        let handwriting = try Handwriting(data: BakedPinyin.data.get())
        let drawn = strokes.map { Stroke(Self.drawn($0)) }
        let candidates = await handwriting.candidates(for: drawn)
        #expect(candidates.prefix(8).contains(character), "\(candidates)")
    }

    @Test func `nothing written offers nothing, and scribbling does no harm`() async throws {
        let handwriting = try Handwriting(data: BakedPinyin.data.get())
        #expect(await handwriting.candidates(for: []).isEmpty)
        var generator = SeededGenerator(seed: 3)
        for count in [1, 5, 64] {
            let strokes = (0..<count).map { _ in
                Stroke(
                    (0..<Int.random(in: 1...50, using: &generator)).map { _ in
                        Stroke.Point(
                            x: Int.random(in: 0...1000, using: &generator),
                            y: Int.random(in: 0...1000, using: &generator))
                    })
            }
            _ = await handwriting.candidates(for: strokes)
        }
        _ = await handwriting.candidates(for: [Stroke([])])
    }

    @Test func `a character that may not be shown is not offered`() async throws {
        let filter = CandidateFilter { $0 != "三" }
        let handwriting = try Handwriting(data: BakedPinyin.data.get(), filter: filter)
        let three = [220, 500, 820].map { y in Stroke(Self.drawn([(150, y), (850, y)])) }
        let candidates = await handwriting.candidates(for: three)
        #expect(!candidates.isEmpty && !candidates.contains("三"))
    }

    @Test func `without its model there is a clear word`() {
        #expect(throws: ChineseInputFault.dataMissing("/nonexistent/handwriting/zh_CN.model")) {
            try Handwriting(data: PinyinData(directory: "/nonexistent"))
        }
    }

    /// A finger tells many points on its way between corners.
    private static func drawn(_ corners: [(Int, Int)]) -> [Stroke.Point] {
        zip(corners, corners.dropFirst()).flatMap { start, end in
            (0...8).map { step in
                Stroke.Point(
                    x: start.0 + (end.0 - start.0) * step / 8, y: start.1 + (end.1 - start.1) * step / 8)
            }
        }
    }
}
