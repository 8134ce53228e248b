/// Every paper that we set, by the name of its layout's file and of `kiosk paper`.
package enum PaperName: String, Hashable, Sendable, Codable, CaseIterable {
    case initialForm = "initial-form"
    case renewalForm = "renewal-form"
    case cancellationForm = "cancellation-form"
    case acceptanceNotice = "acceptance-notice"
    case correctionNotice = "correction-notice"
    case nonAcceptanceNotice = "non-acceptance-notice"
    case filingReceipt = "filing-receipt"
    case registrationCertificate = "registration-certificate"
    case renameList = "rename-list"
    case handOverList = "hand-over-list"
    case testSheet = "test-sheet"

    package var chinese: String {
        switch self {
        case .initialForm: "初始注册申请表"
        case .renewalForm: "延续注册申请表"
        case .cancellationForm: "注销注册申请表"
        case .acceptanceNotice: "行政审批受理通知书"
        case .correctionNotice: "补正告知书"
        case .nonAcceptanceNotice: "不予受理通知书"
        case .filingReceipt: "收件凭证"
        case .registrationCertificate: "注册证书"
        case .renameList: "企业名称变更清单"
        case .handOverList: "交接单"
        case .testSheet: "打印测试页"
        }
    }

    package static func form(of kind: RegistrationKind) -> PaperName {
        switch kind {
        case .initial: .initialForm
        case .renewal: .renewalForm
        case .cancellation: .cancellationForm
        }
    }
}
