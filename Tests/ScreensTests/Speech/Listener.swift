import Terminal
import Testing

@testable import Screens

/// A person who sees nothing: presses five keys and hears what is said.
struct Listener {
    var walk: Walk
    var interaction = Interaction<Action>()
    var hasHeadphones = false
    let size: Size
    /// Everything so far.
    private(set) var heard: [Utterance] = []
    /// What was done, and what was said to it.
    private(set) var record: [String] = []
    private var narrator = Narrator<Action>(greets: true)
    private var shown: SemanticTree<Action>?
    private var response = Interaction<Action>.Response()

    init(_ walk: Walk, size: Size = Size(width: 80, height: 30), hasHeadphones: Bool = false) {
        self.walk = walk
        self.size = size
        self.hasHeadphones = hasHeadphones
        self.walk.send(.act(.anywhere(.voice(true))))
        draw()
    }

    var tree: SemanticTree<Action> { frame.tree }
    private var frame: Frame<Action> { Frame(walk.model.view(size: size), size: size, interaction: interaction) }

    /// As the program's loop does after every batch.
    mutating func draw() {
        _ = interaction.follow(tree, since: shown, startsFocus: true)
        let tree = tree
        let said = narrator.narrate(
            tree,
            Narrator.Context(walk.model.speechLabels, hasHeadphones: hasHeadphones, after: response))
        (shown, response) = (tree, Interaction.Response())
        heard += said
        record += said.map { ($0.urgency == .assertive ? "! " : "  ") + $0.phrases.joined(separator: " | ") }
    }

    mutating func press(_ key: Key) {
        record.append("[\(key)]")
        response = interaction.handle(.key(key), in: tree)
        for action in response.actions { walk.act(action) }
        draw()
    }

    /// Something that happens without a key.
    mutating func happens(_ what: String, _ change: (inout Walk) throws -> Void) rethrows {
        record.append("— \(what)")
        try change(&walk)
        draw()
    }

    /// Moves to the target by the shortest way and presses enter.
    mutating func choose(_ label: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let goal = try #require(
            tree.focusable.first { $0.label == label }, "no “\(label)” on \(walk.screen)",
            sourceLocation: sourceLocation)
        let way = try #require(
            ways()[goal.id], "five keys do not reach “\(label)”", sourceLocation: sourceLocation)
        for key in way.keys { press(key) }
        press(.enter)
    }

    static let arrows: [Key] = [.up, .down, .left, .right]

    /// How a target is reached with arrows from where the focus is.
    struct Way {
        var keys: [Key]
        var end: Interaction<Action>
    }

    /// To every target that arrows reach, the shortest.
    func ways() -> [NodeID: Way] {
        let view = walk.model.view(size: size)
        var ways: [NodeID: Way] = [:]
        var open = [Way(keys: [], end: interaction)]
        if let start = interaction.focused { ways[start] = open[0] }
        while !open.isEmpty {
            let way = open.removeFirst()
            let tree = Frame(view, size: size, interaction: way.end).tree
            for key in Self.arrows {
                var next = Way(keys: way.keys + [key], end: way.end)
                _ = next.end.handle(.key(key), in: tree)
                guard let focused = next.end.focused, ways[focused] == nil else { continue }
                ways[focused] = next
                open.append(next)
            }
        }
        return ways
    }

    /// What arrows do not reach. The focus scrolls by itself: the buttons for it matter only where there is nothing else
    /// to focus.
    var missed: [NodeID] {
        let reached = Set(ways().keys)
        let targets = tree.focusable
        return targets.filter { target in
            guard !reached.contains(target.id) else { return false }
            guard case .scroll(let area, _) = target.activation else { return true }
            return !targets.contains { $0.scrollArea == area && reached.contains($0.id) }
        }.map(\.id)
    }

    /// The same person at the end of a way.
    func having(gone way: Way) -> Listener {
        var listener = self
        listener.interaction = way.end
        listener.draw()
        return listener
    }

    var lastWords: String { heard.last?.phrases.joined(separator: " ") ?? "" }
    var text: String { record.joined(separator: "\n") + "\n" }
}
