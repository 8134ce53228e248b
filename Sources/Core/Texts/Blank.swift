extension StringProtocol {
    /// Nothing in it that a reader could see.
    package var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
