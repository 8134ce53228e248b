/// What stands on a form as its applicant's hand, registered once (新用户注册).
package enum SignatureMark: Hashable, Sendable, Codable {
    case drawn(SignatureImage)
    /// 不便签写: the name in type.
    case typeset
}
