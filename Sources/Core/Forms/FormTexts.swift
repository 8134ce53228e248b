// What forms and papers call their parts.

extension FormField {
    package var chinese: String {
        switch self {
        case .enterprise: "注册企业"
        case .enterprisePhone: "企业联系电话"
        case .photo: "个人照片"
        case .qualification: "资格证书"
        case .qualificationScan: "资格证书扫描件"
        case .educationHours: "继续教育学时"
        case .educationProof: "继续教育证明"
        case .reason: "注销原因"
        case .reasonText: "注销原因说明"
        case .declaration: "申请人员意见"
        }
    }

    package var english: String {
        switch self {
        case .enterprise: "employer"
        case .enterprisePhone: "employer's phone"
        case .photo: "photo"
        case .qualification: "qualification"
        case .qualificationScan: "qualification scan"
        case .educationHours: "education hours"
        case .educationProof: "education proof"
        case .reason: "reason"
        case .reasonText: "reason in words"
        case .declaration: "declaration"
        }
    }
}

extension CancellationForm.Reason {
    package var chinese: String {
        switch self {
        case .changesEmployer: "变更聘用企业"
        case .leftEmployer: "与聘用企业解除劳动关系"
        case .stopsPractice: "不再从事建筑师执业"
        case .employerEnded: "聘用企业终止"
        case .other: "其他"
        }
    }
}
