/// How large a person wants to read and touch.
package enum PrintSize: String, Hashable, Sendable, CaseIterable {
    case normal
    case large
}
