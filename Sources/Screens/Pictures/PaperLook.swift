/// How the pages of a paper are looked at.
package struct PaperLook: Hashable, Sendable {
    /// From 0.
    package var page = 0
    /// As wide as the screen, instead of small beside what the paper says.
    package var isEnlarged = false
}
