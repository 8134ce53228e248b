/// Says what a person must hear who does not see the screen, from the tree of each frame: a screen when it is new, and
/// after that only what has changed. Pure: the same trees give the same words.
package struct Narrator<Action: Hashable & Sendable>: Sendable {
    package typealias Tree = SemanticTree<Action>
    package typealias Node = SemanticNode<Action>

    /// What a frame is narrated with.
    package struct Context: Hashable, Sendable {
        package var labels: SpeechLabels
        package var hasHeadphones: Bool
        /// Why the target that was just chosen did nothing.
        package var refusal: String?
        /// The person wants the screen once more.
        package var repeats = false
        /// The person has chosen something, and waits to hear what came of it.
        package var hasActed = false

        package init(
            _ labels: SpeechLabels, hasHeadphones: Bool = false, after response: Interaction<Action>.Response? = nil
        ) {
            self.labels = labels
            self.hasHeadphones = hasHeadphones
            guard let response else { return }
            refusal = response.refusal
            repeats = response.isAtEnd
            hasActed = !response.actions.isEmpty
        }
    }

    private var last: Tree?
    /// The screen before the present one, for coming back to it: what was read there is not read again.
    private var left: Tree?
    private var language: SpokenLanguage?
    private var greets: Bool
    private var hasAskedForHeadphones = false

    /// - Parameter greets: begins with how the voice is used.
    package init(greets: Bool = false) {
        self.greets = greets
    }

    /// To be called with every frame that is shown, and with the focus in its tree.
    package mutating func narrate(_ tree: Tree, _ context: Context) -> [Utterance] {
        defer { (last, language) = (tree, context.labels.language) }
        if language != context.labels.language { (last, left) = (nil, nil) }
        guard let last, last.screen == tree.screen else {
            let known = left?.screen == tree.screen ? left : nil
            left = last
            return opening(tree, since: known, context)
        }
        if context.repeats { return opening(tree, since: nil, context) }
        var said = Changes(from: last, to: tree, context).utterances
        if let reason = context.refusal {
            said.append(utterance(.alert, [context.labels.disabled, reason], context, .assertive))
        }
        if let node = tree.focused, node.id != last.focused?.id {
            said.append(utterance(.focus, focusWords(node, context), context, .assertive))
        }
        if said.isEmpty, context.hasActed { said.append(unchanged(tree, context)) }
        return said
    }

    /// Nothing is different from before: what is wrong is said again, or else where the person stands.
    private mutating func unchanged(_ tree: Tree, _ context: Context) -> Utterance {
        let troubles = ScreenReader(tree, context).texts.filter { $0.role == .alert || $0.isTrouble }.map(\.label)
        let words = troubles.isEmpty ? tree.focused.map { focusWords($0, context) } ?? [] : troubles
        return utterance(.alert, words, context, .assertive)
    }

    /// Title, where it stands on its way, what is to be read, how much can be chosen; then the focus.
    private mutating func opening(_ tree: Tree, since known: Tree?, _ context: Context) -> [Utterance] {
        let reader = ScreenReader(tree, context)
        var said: [Utterance] = []
        if greets { said.append(utterance(.screen, [context.labels.greeting], context, .assertive)) }
        greets = false
        said.append(utterance(.screen, reader.opening(since: known), context, .assertive))
        if let node = tree.focused { said.append(utterance(.focus, focusWords(node, context), context)) }
        return said
    }

    private mutating func focusWords(_ node: Node, _ context: Context) -> [String] {
        var words = NodeWords<Action>(context).focused(node)
        if node.secrecy == .key, !context.hasHeadphones, !hasAskedForHeadphones {
            words.append(context.labels.needsHeadphones)
            hasAskedForHeadphones = true
        }
        return words
    }

    private func utterance(
        _ topic: Utterance.Topic, _ words: [String], _ context: Context, _ urgency: Utterance.Urgency = .polite
    ) -> Utterance {
        context.utterance(topic, words, urgency)
    }
}

extension Narrator.Context {
    func utterance(
        _ topic: Utterance.Topic, _ words: [String], _ urgency: Utterance.Urgency = .polite
    ) -> Utterance {
        let text = SpokenText(labels)
        return Utterance(topic, words.map { text.readable($0) }, in: labels.language, urgency: urgency)
    }
}

extension NodeWords {
    init(_ context: Narrator<Action>.Context) {
        self.init(labels: context.labels, hasHeadphones: context.hasHeadphones)
    }
}
