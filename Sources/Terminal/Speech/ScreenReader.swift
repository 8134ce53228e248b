/// What there is to read on a screen besides its targets.
struct ScreenReader<Action: Hashable & Sendable> {
    typealias Node = SemanticNode<Action>

    private let tree: SemanticTree<Action>
    private let context: Narrator<Action>.Context

    /// The line at the top of every screen, the clock in it; the task in big letters beside the title that says it.
    private static var unspoken: Set<NodeID> { ["status bar", View<Action>.bigTitleID] }

    init(_ tree: SemanticTree<Action>, _ context: Narrator<Action>.Context) {
        self.tree = tree
        self.context = context
    }

    /// A whole screen in words; of one that the person comes back to, its title and what is new on it.
    func opening(since known: SemanticTree<Action>?) -> [String] {
        let words = NodeWords<Action>(context)
        let title = tree.nodes.first { $0.role == .heading }
        let texts = texts.filter { $0.id != title?.id || $0.role != .heading }
        if let known {
            let before = ScreenReader(known, context).texts
            let new = texts.filter { node in !before.contains(where: node.isSame) }
            return [title?.label ?? ""] + new.flatMap(words.read)
        }
        let count = tree.focusable.count { $0.role != .key }
        return [title?.label ?? ""] + step + texts.flatMap(words.read)
            + (count == 0 ? [] : [context.labels.choices.filled("\(count)")])
    }

    /// `2/4` of the way, and the name of the step.
    private var step: [String] {
        guard let node = tree.nodes.first(where: { $0.role == .step }), let value = node.value else { return [] }
        let numbers = value.split(separator: "/").map(String.init)
        guard numbers.count == 2 else { return [node.label] }
        return [context.labels.step.filled(numbers[0], numbers[1]), node.label]
    }

    /// What can only be read, in reading order, once each. Names of fields and reasons of closed buttons are said with
    /// their targets.
    var texts: [Node] {
        let targets = tree.targets
        let said = Set(
            targets.flatMap { [$0.label, $0.label + " *", $0.state.availability.reason, $0.state.problem] }
                .compactMap { $0 } + fields.map(\.label))
        return outer(tree.roots).filter { node in
            guard !node.isTarget || node.role == .alert, !Self.unspoken.contains(node.id) else { return false }
            switch node.role {
            case .text: return !said.contains(node.spokenLabel)
            case .heading, .status, .alert, .image, .canvas, .row, .progress, .field: return true
            case .step, .group, .list, .button, .choice, .key, .tick: return false
            }
        }
    }

    private var fields: [Node] { tree.nodes.filter { $0.role == .field } }

    /// What lies inside a target or a text is part of it.
    private func outer(_ nodes: [Node]) -> [Node] {
        nodes.flatMap { node in
            switch node.role {
            case .group, .list: [node] + outer(node.children)
            case .alert, .button, .canvas, .choice, .field, .heading, .image, .key, .progress, .row, .status, .step,
                .text, .tick:
                [node]
            }
        }
    }
}

extension SemanticNode {
    /// Without the mark of a reason or a problem.
    var spokenLabel: String {
        let mark = Tone.error.mark + " "
        return label.hasPrefix(mark) ? String(label.dropFirst(mark.count)) : label
    }
}
