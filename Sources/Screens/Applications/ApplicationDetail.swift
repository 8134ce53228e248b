package import Core

package struct ApplicationDetail: Hashable, Sendable {
    package let id: ApplicationID
    package var registration: Registration?
    /// The newest signed form, with what its signatures show.
    package var typeset: TypesetForm?
    package var look = PaperLook()
    /// Asks before an edit that voids a signature.
    package var asksBeforeEdit = false
    package var asksBeforeWithdrawal = false
}
