/// Names a node across frames. Written by the screen, or the node's label when the screen gives none.
package struct NodeID: RawRepresentable, Hashable, Sendable, ExpressibleByStringInterpolation {
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    package init(stringLiteral value: String) {
        rawValue = value
    }

    package init(_ value: String) {
        rawValue = value
    }
}
