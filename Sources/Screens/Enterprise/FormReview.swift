package import Core

/// The enterprise reads what the person filed; it cannot change it.
package struct FormReview: Hashable, Sendable {
    package let id: ApplicationID
    package var registration: Registration?
    /// The form that the person signed.
    package var typeset: TypesetForm?
    package var look = PaperLook()
    /// 聘用意见
    package var isAgreed = false
}
