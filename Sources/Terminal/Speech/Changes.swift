/// What has changed between two frames of one screen, in words.
struct Changes<Action: Hashable & Sendable> {
    typealias Tree = SemanticTree<Action>
    typealias Node = SemanticNode<Action>

    private let old: Tree
    private let new: Tree
    private let context: Narrator<Action>.Context
    private let words: NodeWords<Action>

    init(from old: Tree, to new: Tree, _ context: Narrator<Action>.Context) {
        self.old = old
        self.new = new
        self.context = context
        words = NodeWords(context)
    }

    var utterances: [Utterance] {
        guard old != new else { return [] }
        let pieces = pieces
        let alerts = pieces.filter { $0.urgency == .assertive }
        return alerts + typed + toggled + merged(pieces.filter { $0.urgency == .polite }) + choices
    }

    // MARK: What the person did

    /// In fields: a secret by its length alone, anything else by what has come or gone.
    private var typed: [Utterance] {
        let before = Dictionary(old.nodes.filter { $0.role == .field }.map { ($0.id, $0) }) { one, _ in one }
        return new.nodes.filter { $0.role == .field }.compactMap { field in
            guard let earlier = before[field.id], let change = change(of: field, since: earlier) else { return nil }
            return context.utterance(.value, [change], .assertive)
        }
    }

    private func change(of field: Node, since earlier: Node) -> String? {
        let labels = context.labels
        if case .entry(let count)? = field.secrecy, case .entry(let before)? = earlier.secrecy {
            if count == before { return nil }
            if count == 0 { return labels.cleared }
            return count > before ? labels.oneDigit : labels.removed
        }
        let (value, before) = (field.value ?? "", earlier.value ?? "")
        if value == before { return nil }
        if value.isEmpty { return labels.cleared }
        if value.hasPrefix(before) { return String(value.dropFirst(before.count)) }
        if before.hasPrefix(value) { return labels.removed }
        return value
    }

    /// The focused target has another state now.
    private var toggled: [Utterance] {
        guard let node = new.focused, let earlier = old.focused, node.id == earlier.id,
            let state = words.selection(of: node), node.state.isSelected != earlier.state.isSelected
        else { return [] }
        return [context.utterance(.value, [state], .assertive)]
    }

    // MARK: What has come by itself

    private var pieces: [Utterance] {
        let before = ScreenReader(old, context).texts
        var said: [Utterance] = []
        for node in ScreenReader(new, context).texts + rows where !before.contains(where: node.isSame) {
            if let utterance = piece(of: node, since: before.filter { $0.isLike(node) }) { said.append(utterance) }
        }
        return said
    }

    /// One utterance for each topic, as a newer one takes the place of an older as a whole.
    private func merged(_ pieces: [Utterance]) -> [Utterance] {
        pieces.reduce(into: []) { said, piece in
            if let index = said.firstIndex(where: { $0.topic == piece.topic }) {
                said[index].phrases += piece.phrases
            } else {
                said.append(piece)
            }
        }
    }

    /// Entries of a list whose state has changed while the person is elsewhere on it.
    private var rows: [Node] {
        new.targets.filter { node in
            guard node.role == .row, let earlier = old.node(node.id) else { return false }
            return earlier.value != node.value
        }
    }

    private func piece(of node: Node, since similar: [Node]) -> Utterance? {
        switch node.role {
        case .canvas, .field, .step, .group, .list, .button, .choice, .key, .tick: return nil
        case .alert: return context.utterance(.alert, [node.label], .assertive)
        case .progress: return context.utterance(.progress, words.read(node))
        case .row: return context.utterance(.news, words.read(node))
        case .heading, .image, .text, .status:
            if node.isTrouble { return context.utterance(.alert, [node.label], .assertive) }
            guard let earlier = similar.first else { return context.utterance(.news, [node.label]) }
            return Countdown(from: earlier.label, to: node.label).isDue
                ? context.utterance(.countdown, [node.label]) : nil
        }
    }

    /// Candidates, or names of the register: how many, and the first.
    private var choices: [Utterance] {
        func offered(_ tree: Tree) -> [String] {
            tree.targets.filter { $0.role == .choice && $0.scrollArea != nil }.map(\.label)
        }
        let now = offered(new)
        guard let first = now.first, now != offered(old) else { return [] }
        return [context.utterance(.choices, [context.labels.choices.filled("\(now.count)"), first])]
    }
}

extension SemanticNode {
    /// Says the same.
    func isSame(_ other: SemanticNode) -> Bool {
        role == other.role && label == other.label && value == other.value
    }

    /// The same sentence with other numbers in it.
    fileprivate func isLike(_ other: SemanticNode) -> Bool {
        role == other.role && Countdown.sentence(label) == Countdown.sentence(other.label)
    }

    /// It warns, or says what is wrong.
    var isTrouble: Bool {
        guard let tone = SpokenTone(ofValue: value ?? "") ?? SpokenTone(ofValue: label) else { return false }
        return tone.tone == .error || tone.tone == .warning
    }
}
