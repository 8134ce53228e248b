/// All nodes of a frame in reading order; made by the same layout that makes the cells.
package struct SemanticTree<Action: Hashable & Sendable>: Hashable, Sendable {
    package typealias Node = SemanticNode<Action>

    package var roots: [Node]

    package init(roots: [Node] = []) {
        self.roots = roots
    }

    /// Every node, parents before their children.
    package var nodes: [Node] {
        var result: [Node] = []
        func collect(_ nodes: [Node]) {
            for node in nodes {
                result.append(node)
                collect(node.children)
            }
        }
        collect(roots)
        return result
    }

    /// What can be touched or focused, in reading order, disabled ones included.
    package var targets: [Node] { nodes.filter(\.isTarget) }

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

    private func first(where matches: (Node) -> Bool) -> Node? {
        func search(_ nodes: [Node]) -> Node? {
            for node in nodes {
                if matches(node) { return node }
                if let found = search(node.children) { return found }
            }
            return nil
        }
        return search(roots)
    }

    private func last(where matches: (Node) -> Bool) -> Node? {
        func search(_ nodes: [Node]) -> Node? {
            for node in nodes.reversed() {
                if let found = search(node.children) { return found }
                if matches(node) { return node }
            }
            return nil
        }
        return search(roots)
    }
}
