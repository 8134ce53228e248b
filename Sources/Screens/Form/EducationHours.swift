/// 继续教育学时, on a pad of digits.
package struct EducationHours: Hashable, Sendable {
    package static let mostDigits = 3

    /// Restored by 取消.
    package let before: Int?
    package let page: FormPage
}
