package import Core

package struct IdentityReview: Hashable, Sendable {
    package let record: IdentityRecord
    package var isRevealed = false
}
