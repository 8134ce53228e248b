package import Terminal

/// A node to be brought into view; the count tells two requests for the same one apart.
package struct Attention: Hashable, Sendable {
    package let node: NodeID
    package let count: Int
}
