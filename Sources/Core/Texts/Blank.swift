extension StringProtocol {
    /// Nothing in it that a reader could see.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
