/// The frame that is to be seen, made anew only as far as something has changed.
///
/// A finger that comes down changes how a target looks, not where it is: what follows in the same batch is met with the
/// tree that is there, and a long form is laid out once for all of it.
package struct Stage<Action: Hashable & Sendable> {
    private var view: View<Action>?
    private var frame: Frame<Action>?
    /// The tree still says what is where; pressed and focused targets look as before.
    private var isRepaintDue = false

    package init() {}

    /// The screen, its size or its proportions are others.
    package mutating func clear() {
        view = nil
        frame = nil
    }

    /// A finger or a key has done this.
    package mutating func follow(_ interaction: Interaction<Action>, since before: Interaction<Action>) {
        if interaction.hasScrolled(since: before) { frame = nil } else { isRepaintDue = true }
    }

    /// Where everything is.
    package mutating func tree(
        _ size: Size, _ interaction: Interaction<Action>, of screen: () -> View<Action>
    ) -> SemanticTree<Action> {
        if let frame { return frame.tree }
        return draw(size, interaction, of: screen).tree
    }

    /// All that is to be seen.
    package mutating func draw(
        _ size: Size, _ interaction: Interaction<Action>, of screen: () -> View<Action>
    ) -> Frame<Action> {
        if let frame, !isRepaintDue { return frame }
        let view = view ?? screen()
        let frame = Frame(view, size: size, interaction: interaction)
        self.view = view
        self.frame = frame
        isRepaintDue = false
        return frame
    }
}
