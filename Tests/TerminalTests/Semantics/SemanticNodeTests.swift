import Testing

@testable import Terminal

@Suite struct SemanticNodeTests {
    /// Layout makes nodes without the actions' type; what is asked for gets it back, and must lose nothing on the way.
    @Test func `a node keeps every field when its actions change their type`() {
        let bare = SemanticNode<Int>(id: "", role: .text, label: "", rect: Rect(.zero))
        var node = SemanticNode<Int>(
            id: "id", role: .button, label: "label", value: "value", rect: Rect(x: 1, y: 2, width: 8, height: 4),
            visibleRect: Rect(x: 1, y: 2, width: 8, height: 3))
        node.state.isFocused = true
        node.activation = .perform(7)
        node.shortcut = .enter
        node.isPrimary = true
        node.secrecy = .entry(count: 2)
        node.scroll = ScrollExtent(subject: "subject", offset: 1, visible: 2, total: 3)
        node.scrollArea = "area"
        node.isTruncated = true
        node.children = [bare]
        #expect(node.mapped { AnyAction($0) }.mapped { $0.typed() } == node)
        for (set, unset) in zip(Mirror(reflecting: node).children, Mirror(reflecting: bare).children) {
            #expect(
                String(describing: set.value) != String(describing: unset.value),
                "\(set.label ?? "") must be set here, or nobody sees that it is lost")
        }
    }
}
