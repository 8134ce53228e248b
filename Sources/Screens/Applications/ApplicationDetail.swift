package import Core

package struct ApplicationDetail: Hashable, Sendable {
    package let id: ApplicationID
    package var registration: Registration?
    /// Asks before an edit that voids a signature.
    package var asksBeforeEdit = false
    package var asksBeforeWithdrawal = false
}
