/// What is said of one node.
struct NodeWords<Action: Hashable & Sendable> {
    typealias Node = SemanticNode<Action>

    let labels: SpeechLabels
    let hasHeadphones: Bool

    /// A target that has the focus: its name, what it is, what it holds, what is true of it.
    func focused(_ node: Node) -> [String] {
        if node.secrecy == .key, !hasHeadphones { return [labels.secretKey] }
        var words = [node.label, roleWord(node.role)]
        if node.role != .tick, let value = value(of: node) { words.append(value) }
        words.append(selection(of: node) ?? "")
        if let reason = node.state.availability.reason { words += [labels.disabled, reason] }
        if let problem = node.state.problem { words.append(problem) }
        return words
    }

    /// Something that cannot be touched, where it stands among the others.
    func read(_ node: Node) -> [String] {
        switch node.role {
        case .heading, .text, .status, .alert, .image, .canvas: [node.label]
        case .field: [node.label, labels.field, value(of: node) ?? ""]
        case .row, .progress: [node.label, value(of: node) ?? ""]
        case .step, .group, .list, .button, .choice, .key, .tick: []
        }
    }

    /// What a node holds, without the mark before it; nil where there is nothing to be said of it.
    func value(of node: Node) -> String? {
        if case .entry(let count)? = node.secrecy {
            return count == 0 ? labels.empty : labels.digitsTyped.filled("\(count)")
        }
        guard let value = node.value else { return nil }
        let words = SpokenTone(ofValue: value) == nil ? value : String(value.dropFirst(2))
        return words.isEmpty && node.role == .field ? labels.empty : words
    }

    func selection(of node: Node) -> String? {
        guard let isSelected = node.state.isSelected else { return nil }
        return switch node.role {
        case .tick: value(of: node) ?? (isSelected ? labels.ticked : labels.notTicked)
        case .choice: isSelected ? labels.selected : labels.notSelected
        case .row, .button, .key: isSelected ? labels.selected : nil
        case .alert, .canvas, .field, .group, .heading, .image, .list, .progress, .status, .step, .text: nil
        }
    }

    private func roleWord(_ role: Role) -> String {
        switch role {
        case .button: labels.button
        case .choice: labels.choice
        case .tick: labels.tick
        case .field: labels.field
        case .row: labels.entry
        case .alert: labels.reminder
        case .canvas, .key, .group, .heading, .image, .list, .progress, .status, .step, .text: ""
        }
    }
}

/// The tone of a text, by the mark that stands before it or is its value.
struct SpokenTone {
    let tone: Tone

    init?(ofValue value: String) {
        guard let tone = Tone.allCases.first(where: { value == $0.mark || value.hasPrefix($0.mark + " ") }) else {
            return nil
        }
        self.tone = tone
    }
}
