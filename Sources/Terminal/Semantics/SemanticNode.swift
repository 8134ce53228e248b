/// One thing on the screen as a person would name it. Drawing, touch, focus, speech and tests work from these nodes.
package struct SemanticNode<Action: Hashable & Sendable>: Hashable, Sendable {
    package var id: NodeID
    package var role: Role
    package var label: String
    package var value: String?
    package var state = SemanticState()
    /// On the screen; rows that are scrolled away have a rectangle beyond the area's.
    package var rect: Rect
    /// The part of ``rect`` that is seen and can be touched.
    package var visibleRect: Rect
    package var activation: Activation<Action>?
    /// The key of a hardware keyboard that does the same.
    package var shortcut: Key?
    /// The action that goes on: where the focus begins when nothing is to be entered.
    package var isPrimary = false
    package var secrecy: Secrecy?
    /// Set on scroll areas.
    package var scroll: ScrollExtent?
    /// The scroll area that it lies in.
    package var scrollArea: NodeID?
    /// Some of its text did not fit.
    package var isTruncated = false
    package var children: [SemanticNode] = []

    package init(id: NodeID, role: Role, label: String, value: String? = nil, rect: Rect, visibleRect: Rect? = nil) {
        self.id = id
        self.role = role
        self.label = label
        self.value = value
        self.rect = rect
        self.visibleRect = visibleRect ?? rect
    }

    package var action: Action? {
        if case .perform(let action) = activation { action } else { nil }
    }

    /// Can be touched and focused, also while disabled: then it answers with the reason.
    package var isTarget: Bool { activation != nil }
}

extension SemanticNode {
    /// The same with actions of another type.
    func mapped<Other>(_ change: (Action) -> Other?) -> SemanticNode<Other> {
        var node = SemanticNode<Other>(
            id: id, role: role, label: label, value: value, rect: rect, visibleRect: visibleRect)
        node.state = state
        node.activation = activation.flatMap { $0.mapped(change) }
        node.shortcut = shortcut
        node.isPrimary = isPrimary
        node.secrecy = secrecy
        node.scroll = scroll
        node.scrollArea = scrollArea
        node.isTruncated = isTruncated
        node.children = children.map { $0.mapped(change) }
        return node
    }
}
