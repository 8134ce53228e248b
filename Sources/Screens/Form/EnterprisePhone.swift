package import Core

package struct EnterprisePhone: Hashable, Sendable {
    package let before: InitialForm
    package let page: FormPage
}
