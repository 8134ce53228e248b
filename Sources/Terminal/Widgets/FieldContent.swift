/// What a text field shows.
package struct FieldContent: Hashable, Sendable {
    package var label: String
    package var value: String
    package var placeholder: String
    package var isRequired: Bool
    /// Shows the caret; its keyboard is on the screen.
    package var isEditing: Bool
    /// What is wrong, and what to do about it.
    package var problem: String?
    package var availability: Availability

    package init(
        _ label: String, value: String, placeholder: String = "", isRequired: Bool = false, isEditing: Bool = false,
        problem: String? = nil, availability: Availability = .enabled
    ) {
        self.label = label
        self.value = value
        self.placeholder = placeholder
        self.isRequired = isRequired
        self.isEditing = isEditing
        self.problem = problem
        self.availability = availability
    }
}
