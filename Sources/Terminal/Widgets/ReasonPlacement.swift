/// Where the reason of a disabled target is written.
package enum ReasonPlacement: Hashable, Sendable {
    /// To the right of it.
    case beside
    /// Under it.
    case below
    /// By the screen, in a text of its own that holds the reason's words.
    case elsewhere
}
