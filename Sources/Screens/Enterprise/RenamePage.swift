package import Core

/// 企业名称变更: what would change, the question before it, and what has changed.
package struct RenamePage: Hashable, Sendable {
    package var offer: RenameOffer?
    package var asks = false
    /// Under which entry it was done.
    package var done: EntryID?
}
