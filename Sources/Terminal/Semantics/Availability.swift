/// Whether a target can be used now, and if not, why: a reason says what the person can do about it.
package enum Availability: Hashable, Sendable {
    case enabled
    case disabled(reason: String)

    /// Disabled where there is a reason, else enabled.
    package static func unless(_ reason: String?) -> Availability { reason.map { .disabled(reason: $0) } ?? .enabled }

    package var reason: String? {
        if case .disabled(let reason) = self { reason } else { nil }
    }
}
