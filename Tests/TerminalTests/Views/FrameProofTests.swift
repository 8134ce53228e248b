import Testing

@testable import Terminal

/// What holds for grids holds for whole frames: views that come and go, overlays, fingers, keys, scrolling, resizes.
@Suite struct FrameProofTests {
    @Test(arguments: 1...16 as ClosedRange<UInt64>)
    func `after any touches and changes the terminal shows the frame`(seed: UInt64) throws {
        var screen = RandomScreen(seed: seed)
        var proof = EncoderProof(size: screen.size)
        for step in 0..<40 {
            screen.step()
            let difference = proof.difference(showing: screen.frame.grid, .standard)
            try #require(difference == nil, "seed \(seed), step \(step)")
        }
    }

    @Test func `a key of a form costs at most 64 bytes`() {
        var screen = RandomScreen(seed: 1)
        screen.showForm()
        var encoder = ScreenEncoder()
        _ = encoder.encode(screen.frame.grid, theme: .standard)
        for _ in 0..<20 {
            screen.type("测")
            #expect(encoder.encode(screen.frame.grid, theme: .standard).count <= 64)
        }
    }

    @Test func `a full change of 200 by 60 cells of Chinese text costs at most 19,000 bytes`() {
        let size = Size(width: 200, height: 60)
        func frame(_ first: UInt32) -> Frame<Int> {
            let lines = ScreenEncoderTests.chinese(size, first: first).lines
            return Frame(View.column { for line in lines { View.line(line, mayBeShortened: true) } }, size: size)
        }
        var encoder = ScreenEncoder()
        _ = encoder.encode(frame(0x4E00).grid, theme: .standard)
        #expect(encoder.encode(frame(0x5E00).grid, theme: .standard).count <= 19_000)
    }
}

/// A form under random hands.
private struct RandomScreen {
    private(set) var size = Size(width: 60, height: 24)
    private var interaction = Interaction<Int>()
    private var values = ["上海市示例设计研究总院有限公司", "测试员甲", "021-12345000", "", "𠮷野家", "x国y"]
    private var edited = 0
    private var rows = 12
    private var hasOverlay = false
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    var frame: Frame<Int> { Frame(view, size: size, interaction: interaction) }

    mutating func showForm() {
        (size, rows, hasOverlay, edited) = (Size(width: 80, height: 30), 6, false, 3)
    }

    mutating func type(_ text: String) { values[edited % values.count] += text }

    private var view: View<Int> {
        let form = View<Int>.column {
            View.line("注册申请表", style: .title)
            View.scroll(
                "form",
                View.column {
                    for row in 0..<rows {
                        View.field(
                            FieldContent(
                                "第\(row)项", value: values[row % values.count], isEditing: row == edited,
                                problem: row % 5 == 4 ? "请填写" : nil),
                            action: row)
                    }
                })
            View.button("保存", isPrimary: true, action: -1)
        }
        guard hasOverlay else { return form }
        return form.overlay(
            View.text("时间到了吗？再不动就要退出了。"), size: Size(width: 25, height: 7), backdropAction: -2,
            backdropLabel: "继续")
    }

    mutating func step() {
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: hasOverlay.toggle()
        case 1: rows = Int.random(in: 1...20, using: &generator)
        case 2: type(["测", "a", "试", " "].randomElement(using: &generator) ?? "")
        case 3: edited = Int.random(in: 0..<rows, using: &generator)
        case 4:
            size = Size(
                width: .random(in: 20...90, using: &generator), height: .random(in: 8...34, using: &generator))
        case 5: handle(.scroll(rows: .random(in: -1...1, using: &generator), at: point()))
        case 6: handle(.key([.down, .up, .tab, .pageDown].randomElement(using: &generator) ?? .enter))
        case 7: handle(.touch(Touch(.down, at: point())))
        case 8: handle(.touch(Touch(.move, at: point())))
        default: handle(.touch(Touch(.up, at: point())))
        }
    }

    private mutating func handle(_ event: InputEvent) {
        for action in interaction.handle(event, in: frame.tree).actions where action >= 0 { edited = action }
    }

    private mutating func point() -> Point {
        Point(x: .random(in: 0..<size.width, using: &generator), y: .random(in: 0..<size.height, using: &generator))
    }
}
