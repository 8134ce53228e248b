package enum Contrast: String, Codable, Hashable, Sendable, CaseIterable {
    case standard
    /// White and yellow on black.
    case high
}
