import Core

package struct EnterprisePhone: Hashable, Sendable {
    package let before: String
    package let page: FormPage
}
