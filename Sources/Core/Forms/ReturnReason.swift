/// 退回修改: what employers usually find wrong. The applicant reads it, with the employer's own words after it.
package enum ReturnReason: String, Hashable, Sendable, Codable, CaseIterable {
    case enterprisePhone, personalData, photo, qualification, educationHours, cancellationReason, notEmployed
    /// In words of their own.
    case other

    /// Those that can be wrong on a form of this kind.
    package static func usual(for kind: RegistrationKind) -> [ReturnReason] {
        switch kind {
        case .initial: [.enterprisePhone, .personalData, .photo, .qualification, .notEmployed, .other]
        case .renewal: [.enterprisePhone, .personalData, .educationHours, .notEmployed, .other]
        case .cancellation: [.cancellationReason, .personalData, .other]
        }
    }

    package var chinese: String {
        switch self {
        case .enterprisePhone: "企业联系电话有误"
        case .personalData: "个人信息有误"
        case .photo: "照片不清晰"
        case .qualification: "资格证书信息有误"
        case .educationHours: "继续教育学时有误"
        case .cancellationReason: "注销原因不符"
        case .notEmployed: "未与本企业签订劳动合同"
        case .other: "其他原因"
        }
    }

    package var english: String {
        switch self {
        case .enterprisePhone: "The employer's phone is wrong"
        case .personalData: "Personal data are wrong"
        case .photo: "The photo is not clear"
        case .qualification: "The qualification is wrong"
        case .educationHours: "The education hours are wrong"
        case .cancellationReason: "The reason is not so"
        case .notEmployed: "Not employed by us"
        case .other: "Another reason"
        }
    }
}
