/// How large a person wants to read and touch.
package enum PrintSize: String, Codable, Hashable, Sendable, CaseIterable {
    case normal
    case large
}
