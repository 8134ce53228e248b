/// Rows of a scroll area: what is shown, and how much there is.
package struct ScrollExtent: Hashable, Sendable {
    package var subject: String
    package var offset: Int
    package var visible: Int
    package var total: Int

    package var limit: Int { max(0, total - visible) }
}
