@testable import Terminal

/// A grid under random edits: the same seed makes the same edits.
struct RandomEdits {
    private(set) var grid: Grid
    private(set) var theme = Theme.standard
    private var generator: SeededGenerator

    private static let texts = [
        "上海市示例设计研究总院有限公司", "a", "测试员甲", "abc中def文", "  ", "          ", "─────", "✓1 刷卡 ── ▶2", "𠮷野家",
        "㎡〇“”…", "Ünï", "", "x国", "e\u{301}", "🚀",
    ]

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        grid = Grid(
            Size(width: Int.random(in: 1...50, using: &generator), height: Int.random(in: 1...14, using: &generator)))
    }

    mutating func step() {
        for _ in 0..<Int.random(in: 0...6, using: &generator) { edit() }
        if Int.random(in: 0..<12, using: &generator) == 0 { resize() }
        if Int.random(in: 0..<15, using: &generator) == 0 {
            theme = theme == .standard ? .highContrast : .standard
        }
    }

    private mutating func edit() {
        switch Int.random(in: 0..<10, using: &generator) {
        case 0...4:
            grid.write(Self.texts.randomElement(using: &generator) ?? "", at: point(), style: style(), clip: clip())
        case 5: grid.fill(rect(), with: [" ", "░", "█"].randomElement(using: &generator) ?? " ", style: style())
        case 6, 7: grid.restyle(rect(), style())
        case 8: scroll()
        default:
            var picture = Grid(Size(width: 4, height: 2))
            picture.write("图x", at: Point(x: 0, y: 0), style: .grey(foreground: 3, background: 12))
            grid.draw(picture, at: point(), clip: clip())
        }
    }

    private mutating func scroll() {
        var moved = Grid(grid.size)
        moved.draw(grid, at: Point(x: 0, y: Int.random(in: -2...2, using: &generator)))
        grid = moved
    }

    private mutating func resize() {
        let size = Size(
            width: Int.random(in: 1...50, using: &generator), height: Int.random(in: 1...14, using: &generator))
        var resized = Grid(size)
        resized.draw(grid, at: Point(x: 0, y: 0))
        grid = resized
    }

    private mutating func point() -> Point {
        Point(
            x: Int.random(in: -3...grid.size.width, using: &generator),
            y: Int.random(in: -1...grid.size.height, using: &generator))
    }

    private mutating func rect() -> Rect {
        let origin = point()
        return Rect(
            x: origin.x, y: origin.y, width: Int.random(in: 0...20, using: &generator),
            height: Int.random(in: 0...4, using: &generator))
    }

    private mutating func clip() -> Rect? { Bool.random(using: &generator) ? nil : rect() }

    private mutating func style() -> Style { Style.meanings.randomElement(using: &generator) ?? .normal }
}
