/// What is true of a node at this moment.
package struct SemanticState: Hashable, Sendable {
    package var availability = Availability.enabled
    /// Nil where selection has no meaning.
    package var isSelected: Bool?
    package var isFocused = false
    package var isPressed = false
    /// What is wrong with the value, as shown beside the field.
    package var problem: String?

    package var isEnabled: Bool { availability == .enabled }
}
