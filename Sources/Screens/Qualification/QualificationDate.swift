/// 签发日期, on a pad of digits.
package struct QualificationDate: Hashable, Sendable {
    /// Restored by 取消.
    package let before: String
    package let page: FormPage
}
