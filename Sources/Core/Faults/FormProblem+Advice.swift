extension FormProblem: Advised {
    /// Code `F-1` with a digit for the field and one for the rule.
    package var advice: FaultAdvice {
        let (rule, chinese, english) = wording
        return FaultAdvice(
            "F-1\(field.codeDigit)\(rule)", chinese, english, staff: FaultAdvice.helpApplicant,
            technician: "form field \(field.rawValue): \(self.rule)")
    }

    private var wording: (codeDigit: Int, chinese: String, english: String) {
        let (name, english) = (field.chinese, field.english)
        return switch rule {
        case .missing: (0, field.missing.chinese, field.missing.english)
        case .notVerified:
            (1, "\(name)还没有核对，请点“验证企业名称”。", "The \(english) is not verified. Please touch “Verify”.")
        case .notTicked:
            (2, "请勾选\(name)，不勾选不能保存。", "Please tick the \(english); it is needed for saving.")
        case .inFuture:
            (3, "\(name)的日期晚于今天，请改正。", "The date of the \(english) is after today. Please correct it.")
        case .wrongFormat: (4, field.wrongFormat.chinese, field.wrongFormat.english)
        case .wrongLength(let found):
            (
                5, "\(name)的位数不对（现为 \(found) 位），请改正。",
                "The \(english) has \(found) digits, which is wrong. Please correct it."
            )
        case .tooFew(let minimum):
            (6, "\(name)不足，至少 \(minimum) 学时，请核对。", "Too few \(english): at least \(minimum) are needed.")
        case .tooLarge(let limit):
            (
                7, "\(name)文件太大，不能超过 \(size(limit))，请换一个文件。",
                "The \(english) file is larger than \(size(limit)). Please choose another."
            )
        case .tooSmall(let minimum):
            (
                8, "\(name)文件太小，不能少于 \(size(minimum))，请换一个文件。",
                "The \(english) file is smaller than \(size(minimum)). Please choose another."
            )
        case .differsFromRecord:
            (
                9, "\(name)与登记的记录不一致。请核对，记录有误请到人工窗口。",
                "The \(english) differs from the record. If the record is wrong, go to the counter."
            )
        }
    }

    private func size(_ bytes: Int) -> String {
        bytes % 1_048_576 == 0 ? "\(bytes / 1_048_576) MB" : "\(bytes / 1024) KB"
    }
}

extension FormField {
    fileprivate var codeDigit: Int {
        switch self {
        case .enterprise: 0
        case .enterprisePhone: 1
        case .photo: 2
        case .qualification: 3
        case .qualificationScan: 4
        case .educationHours: 5
        case .educationProof: 6
        case .reason: 7
        case .reasonText: 8
        case .declaration: 9
        }
    }

    fileprivate var missing: FaultAdvice.Bilingual {
        switch self {
        case .enterprise: .init("请输入注册企业全称，再点“验证企业名称”。", "Enter the employer's full name, then touch “Verify”.")
        case .enterprisePhone: .init("请填写企业联系电话。", "Please enter the employer's phone number.")
        case .photo: .init("请上传个人照片（JPEG）。", "Please upload your photo (JPEG).")
        case .qualification:
            .init("请填写资格证书的签发地、编号和签发日期。", "Enter place, number and date of your qualification certificate.")
        case .qualificationScan: .init("请上传资格证书扫描件（PDF）。", "Please upload the scan of your qualification (PDF).")
        case .educationHours: .init("请填写继续教育学时。", "Please enter your hours of continuing education.")
        case .educationProof: .init("请上传继续教育证明（PDF）。", "Please upload the proof of continuing education (PDF).")
        case .reason: .init("请选择注销原因。", "Please choose a reason for the cancellation.")
        case .reasonText: .init("请写明注销原因。", "Please write the reason for the cancellation.")
        case .declaration: .init("请勾选申请人员意见。", "Please tick the applicant's declaration.")
        }
    }

    fileprivate var wrongFormat: FaultAdvice.Bilingual {
        switch self {
        case .photo: .init("个人照片须为 JPEG 文件，请换一个文件。", "The photo must be a JPEG file. Please choose another.")
        case .qualificationScan, .educationProof:
            .init("\(chinese)须为 PDF 文件，请换一个文件。", "The \(english) must be a PDF file. Please choose another.")
        case .enterprisePhone: .init("企业联系电话只能是数字，请改正。", "A phone number has digits only. Please correct it.")
        case .qualification:
            .init(
                "没有这个签发日期，请改正（如 20240315）。", "There is no such day. Please correct the date of the qualification.")
        case .enterprise, .educationHours, .reason, .reasonText, .declaration:
            .init("\(chinese)的格式不对，请改正。", "The \(english) is not well-formed. Please correct it.")
        }
    }
}
