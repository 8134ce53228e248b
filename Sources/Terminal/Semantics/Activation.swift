/// What happens when a node is tapped, or chosen with the enter key.
package enum Activation<Action: Hashable & Sendable>: Hashable, Sendable {
    /// Goes to the screen.
    case perform(Action)
    /// Stays in the ``Interaction``: scrolls the area by rows.
    case scroll(NodeID, rows: Int)

    /// The same with an action of another type; nil when there is none.
    func mapped<Other>(_ change: (Action) -> Other?) -> Activation<Other>? {
        switch self {
        case .perform(let action): change(action).map { .perform($0) }
        case .scroll(let area, let rows): .scroll(area, rows: rows)
        }
    }
}
