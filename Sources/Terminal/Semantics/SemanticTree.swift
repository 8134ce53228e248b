/// All nodes of a frame in reading order; made by the same layout that makes the cells.
package struct SemanticTree<Action: Hashable & Sendable>: Hashable, Sendable {
    package typealias Node = SemanticNode<Action>

    /// As layout made them; typed when asked for, which few are.
    private let erased: [SemanticNode<AnyAction>]

    init(erased: [SemanticNode<AnyAction>]) {
        self.erased = erased
    }

    package init(roots: [Node] = []) {
        erased = roots.map { $0.mapped { AnyAction($0) } }
    }

    package var roots: [Node] { erased.map(Self.typed) }

    /// Names the screen, or the box over it.
    package var screen: NodeID? { erased.first?.id }

    package var focused: Node? { first { $0.state.isFocused && $0.isTarget } }

    /// Every node, parents before their children.
    package var nodes: [Node] { all { _ in true } }

    /// What can be touched or focused, in reading order, disabled ones included.
    package var targets: [Node] { all(where: \.isTarget) }

    package func node(_ id: NodeID) -> Node? {
        first { $0.id == id }
    }

    /// The first node whose label is exactly this.
    package func node(labelled label: String) -> Node? {
        first { $0.label == label }
    }

    /// The target under a finger; of several, the one drawn last.
    package func target(at point: Point) -> Node? {
        last { $0.isTarget && $0.visibleRect.contains(point) }
    }

    /// The canvas under a finger.
    package func canvas(at point: Point) -> Node? {
        last { $0.role == .canvas && $0.visibleRect.contains(point) }
    }

    /// The innermost scroll area under a finger.
    package func scrollArea(at point: Point) -> Node? {
        last { $0.scroll != nil && $0.visibleRect.contains(point) }
    }

    private static func typed(_ node: SemanticNode<AnyAction>) -> Node { node.mapped { $0.typed() } }

    // By index, because a node that is copied costs a dozen counts of references.

    private func all(where matches: (SemanticNode<AnyAction>) -> Bool) -> [Node] {
        var result: [Node] = []
        func collect(_ nodes: [SemanticNode<AnyAction>]) {
            for index in nodes.indices {
                if matches(nodes[index]) { result.append(Self.typed(nodes[index])) }
                collect(nodes[index].children)
            }
        }
        collect(erased)
        return result
    }

    private func first(where matches: (SemanticNode<AnyAction>) -> Bool) -> Node? {
        func search(_ nodes: [SemanticNode<AnyAction>]) -> SemanticNode<AnyAction>? {
            for index in nodes.indices {
                if matches(nodes[index]) { return nodes[index] }
                if let found = search(nodes[index].children) { return found }
            }
            return nil
        }
        return search(erased).map(Self.typed)
    }

    private func last(where matches: (SemanticNode<AnyAction>) -> Bool) -> Node? {
        func search(_ nodes: [SemanticNode<AnyAction>]) -> SemanticNode<AnyAction>? {
            for index in nodes.indices.reversed() {
                if let found = search(nodes[index].children) { return found }
                if matches(nodes[index]) { return nodes[index] }
            }
            return nil
        }
        return search(erased).map(Self.typed)
    }
}
