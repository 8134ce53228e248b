package import Core

/// The form, of whatever kind; its content is the visit's draft.
package struct FormPage: Hashable, Sendable {
    /// By the last save; kept in step with the fields from then on.
    package var problems: [FormProblem] = []
    package var isChecked = false
    package var verification = Verification.notAsked

    /// How 验证企业名称 went.
    package enum Verification: Hashable, Sendable {
        case notAsked
        case unknownName
    }
}
