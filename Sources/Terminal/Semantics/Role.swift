/// What a node of the semantic tree is to a person.
package enum Role: String, Hashable, Sendable, CaseIterable {
    case alert
    case button
    /// To be drawn on with a finger.
    case canvas
    case choice
    case field
    case group
    case heading
    case image
    case key
    case list
    case progress
    case row
    case status
    case step
    case text
    case tick
}
