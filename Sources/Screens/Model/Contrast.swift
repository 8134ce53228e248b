package import Terminal

package enum Contrast: String, Hashable, Sendable, CaseIterable {
    case standard
    /// White and yellow on black.
    case high

    package var theme: Theme {
        switch self {
        case .standard: .standard
        case .high: .highContrast
        }
    }
}
