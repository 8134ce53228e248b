import Testing

@testable import Terminal

@Suite struct StageTests {
    private enum Press: Hashable { case row(Int) }

    private static let size = Size(width: 40, height: 12)

    private static func form(_ labels: [String]) -> View<Press> {
        View.scroll(
            "form",
            View.column {
                for (row, label) in labels.enumerated() { View.button(label, action: Press.row(row)) }
            })
    }

    /// Whatever fingers and wheels do, what is drawn is what a frame made from nothing would be, and so is the tree that
    /// the next event meets.
    @Test func `a stage shows what a new frame would show`() {
        var dice = SystemRandomNumberGenerator()
        var (stage, interaction) = (Stage<Press>(), Interaction<Press>())
        var labels = (0..<9).map { "项目 \($0)" }
        for step in 0..<400 {
            let point = Point(x: .random(in: 0..<40, using: &dice), y: .random(in: 0..<12, using: &dice))
            let events: [InputEvent] = [
                .touch(Touch(.down, at: point)), .touch(Touch(.move, at: point)), .touch(Touch(.up, at: point)),
                .scroll(rows: .random(in: -1...1, using: &dice), at: point), .key(.down), .key(.up), .key(.enter),
            ]
            let fresh = Frame(Self.form(labels), size: Self.size, interaction: interaction)
            let tree = stage.tree(Self.size, interaction) { Self.form(labels) }
            #expect(tree.targets.map(\.visibleRect) == fresh.tree.targets.map(\.visibleRect))
            let before = interaction
            let response = interaction.handle(events.randomElement(using: &dice) ?? .key(.down), in: tree)
            stage.follow(interaction, since: before)
            if case .row(let row)? = response.actions.first {
                labels[row] = "第 \(step) 步"
                stage.clear()
            }
            let drawn = stage.draw(Self.size, interaction) { Self.form(labels) }
            #expect(drawn == Frame(Self.form(labels), size: Self.size, interaction: interaction))
        }
    }

    @Test func `a press lays nothing out until it is drawn`() {
        var (stage, interaction) = (Stage<Press>(), Interaction<Press>())
        var made = 0
        func screen() -> View<Press> {
            made += 1
            return Self.form(["一", "二"])
        }
        _ = stage.draw(Self.size, interaction, of: screen)
        for phase in [Touch.Phase.down, .move, .up] {
            let before = interaction
            let tree = stage.tree(Self.size, interaction, of: screen)
            _ = interaction.handle(.touch(Touch(phase, at: Point(x: 3, y: 1))), in: tree)
            stage.follow(interaction, since: before)
        }
        _ = stage.draw(Self.size, interaction, of: screen)
        #expect(made == 1)
    }
}
