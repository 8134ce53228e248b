/// What happens when a node is tapped, or chosen with the enter key.
package enum Activation<Action: Hashable & Sendable>: Hashable, Sendable {
    /// Goes to the screen.
    case perform(Action)
    /// Stays in the ``Interaction``: scrolls the area by rows.
    case scroll(NodeID, rows: Int)
}
