/// What a hand scanner has typed so far. It is a keyboard to the kiosk, and ends with the enter key.
package struct ScanEntry: Hashable, Sendable {
    package enum Problem: Hashable, Sendable {
        /// Another code than a notice's.
        case noNotice
        /// The store knows no such number with this check code.
        case unknown
    }

    package var text = ""
    package var problem: Problem?

    /// Longer than any link on a notice.
    static let mostCharacters = 300
}
