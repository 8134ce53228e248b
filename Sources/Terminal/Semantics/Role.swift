/// What a node of the semantic tree is to a person.
package enum Role: String, Hashable, Sendable, CaseIterable {
    case alert
    case button
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
