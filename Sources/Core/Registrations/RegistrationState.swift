/// Where an application stands. One machine, shared by kiosk and central store (docs/workflow.md prints its table).
package enum RegistrationState: String, Hashable, Sendable, Codable, CaseIterable {
    case draft
    case saved
    case personallySigned
    case returnedByEnterprise
    case sealed
    case correctionRequired
    case notAccepted
    case accepted
    case inReview
    case approved
    case refused
    case collected
    case withdrawn
    /// A cancellation that is done: sealed, the registration ended, the certificate void.
    case cancelled

    /// No event leads out of these.
    package var isFinal: Bool {
        switch self {
        case .notAccepted, .refused, .collected, .withdrawn, .cancelled: true
        case .draft, .saved, .personallySigned, .returnedByEnterprise, .sealed, .correctionRequired, .accepted,
            .inReview, .approved:
            false
        }
    }

    /// Counts as the one open application that a person may have. An approved one no longer bars the next.
    package var isOpen: Bool { !isFinal && self != .approved }

    package var chinese: String {
        switch self {
        case .draft: "填写中"
        case .saved: "待个人签名"
        case .personallySigned: "待企业确认"
        case .returnedByEnterprise: "企业退回修改"
        case .sealed: "企业已签章"
        case .correctionRequired: "需要补正"
        case .notAccepted: "不予受理"
        case .accepted: "已受理"
        case .inReview: "审批中"
        case .approved: "审批通过，待领证"
        case .refused: "不予许可"
        case .collected: "已办结，证书已领取"
        case .withdrawn: "已撤回"
        case .cancelled: "已注销"
        }
    }
}
