import Core
import Terminal
import Testing

@testable import Screens

/// Characters written with a finger, on both pages that take words, on every screen.
struct HandwritingTests {
    static let sizes = [Size(width: 80, height: 30), Size(width: 60, height: 34), Size(width: 40, height: 22)]

    @Test(arguments: [Scene.name, .returnWordsWriting, .cancellationWords], sizes)
    func `handwriting and original characters are reached by touch`(scene: Scene, size: Size) throws {
        var walk = try scene.walk
        walk.act(key(.mode(.pinyin), walk))
        if !labels(walk, size).contains("手写") { try touch("换输入方式", &walk, size) }
        #expect(labels(walk, size).isSuperset(of: ["手写", "ABC", "123", "保留原字"]))
        try touch("保留原字", &walk, size)
        #expect(walk.all.last?.work == .compose(.originalCharacters(true)))
        if !labels(walk, size).contains("手写") { try touch("换输入方式", &walk, size) }
        try touch("手写", &walk, size)
        #expect(walk.frame(size).tree.nodes.contains { $0.id == ScreenView.writingCanvas })
        let stroke = Stroke([Stroke.Point(x: 100, y: 500), Stroke.Point(x: 900, y: 500)])
        #expect(walk.draw(from: (100, 500), to: (900, 500)) == [.compose(.write([stroke]))])
        try walk.answer(.composition(Composition(candidates: ["一"])))
        try touch("一", &walk, size)
        #expect(walk.all.last?.work == .compose(.choose(0)))
        try walk.answer(.composition(Composition(committed: "一")))
        #expect(walk.frame(size).shows("一▏") || walk.frame(size).shows("一"))
    }

    @Test(arguments: [Scene.nameWriting, .returnWordsWriting])
    func `backspace takes back the last stroke, then the last character`(scene: Scene) throws {
        var walk = try scene.walk
        for count in [2, 1, 0] {
            guard case .compose(.write(let strokes))? = walk.act(key(.backspace, walk)).first else {
                Issue.record("no stroke was taken back")
                return
            }
            #expect(strokes.count == count)
        }
        #expect(!walk.act(key(.backspace, walk)).contains { if case .compose = $0 { true } else { false } })
    }

    @Test(arguments: [Scene.nameWriting, .returnWordsWriting])
    func `what was written and not chosen goes with its page`(scene: Scene) throws {
        var walk = try scene.walk
        let cancel: Action = scene == .nameWriting ? .enterpriseName(.cancel) : .words(.cancel)
        #expect(walk.act(cancel).contains(.compose(.clear)))
        #expect(walk.draw(from: (100, 500), to: (900, 500)).isEmpty)
    }

    private func key(_ key: KeyboardKey, _ walk: Walk) -> Action {
        walk.screen == "screen.enterpriseName" ? .enterpriseName(.key(key)) : .words(.key(key))
    }

    private func labels(_ walk: Walk, _ size: Size) -> Set<String> {
        Set(walk.frame(size).tree.targets.map(\.label))
    }

    private func touch(_ label: String, _ walk: inout Walk, _ size: Size) throws {
        let target = try #require(walk.frame(size).tree.targets.first { $0.label == label }, "no “\(label)”")
        walk.act(try #require(target.action))
    }
}
