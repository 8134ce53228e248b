extension ApplicationFormContent.Section {
    typealias Numbers = ApplicationFormContent.Numbers

    /// Manual, initial registration 4: from the real-name data, not entered.
    static func person(_ applicant: Applicant, _ numbers: Numbers) -> Self {
        let identity = applicant.identity
        return Self(
            heading: "个人信息",
            rows: [
                PaperRow("姓名", identity.name),
                PaperRow("性别", identity.sex.chinese),
                PaperRow("出生日期", numbers == .full ? identity.birth.chinese : "\(identity.birth.year)年**月**日"),
                PaperRow("证件类型", identity.kind.chinese),
                PaperRow("证件号码", numbers == .full ? identity.number.text : identity.number.masked),
                PaperRow("手机号码", numbers == .full ? applicant.phone.digits : applicant.phone.masked),
            ])
    }

    static func sections(of form: ApplicationForm, _ numbers: Numbers) -> [Self] {
        switch form {
        case .initial(let form):
            [
                enterprise(form.enterprise, phone: form.enterprisePhone),
                qualification(form, numbers),
                education(form.educationHours, proof: form.educationProof),
                photo(form.photo),
            ].compactMap { $0 }
        case .renewal(let form):
            [
                enterprise(form.enterprise, phone: form.enterprisePhone),
                education(form.educationHours, proof: nil),
                photo(form.photo),
            ].compactMap { $0 }
        case .cancellation(let form):
            [enterprise(form.enterprise, phone: nil), reason(form), photo(form.photo)].compactMap { $0 }
        }
    }

    private static func enterprise(_ enterprise: Enterprise?, phone: String?) -> Self {
        let rows = [
            PaperRow("企业名称", enterprise?.name ?? ""),
            PaperRow("统一社会信用代码", enterprise?.code.text ?? ""),
        ]
        return Self(heading: "聘用企业", rows: rows + (phone.map { [PaperRow("企业联系电话", $0)] } ?? []))
    }

    private static func qualification(_ form: InitialForm, _ numbers: Numbers) -> Self {
        let certificate = form.qualification
        let number = certificate?.number ?? ""
        let rows = [
            PaperRow("签发地", certificate?.placeName ?? ""),
            PaperRow("证书编号", numbers == .full ? number : Masking.number(number)),
            PaperRow("签发日期", certificate?.issued.chinese ?? ""),
        ]
        return Self(heading: "资格证书", rows: rows + attachment("扫描件", form.qualificationScan))
    }

    private static func education(_ hours: Int?, proof: FileReference?) -> Self? {
        let rows = (hours.map { [PaperRow("学时", "\($0)")] } ?? []) + attachment("证明文件", proof)
        return rows.isEmpty ? nil : Self(heading: "继续教育", rows: rows)
    }

    private static func reason(_ form: CancellationForm) -> Self {
        let rows = [PaperRow("原因", form.reason?.chinese ?? "")]
        return Self(
            heading: "注销原因", rows: rows + (form.reasonText.isBlank ? [] : [PaperRow("说明", form.reasonText)]))
    }

    private static func photo(_ photo: FileReference?) -> Self? {
        photo.map { Self(heading: "个人照片", rows: attachment("文件", $0)) }
    }

    /// By content: what is signed binds the attachments too.
    private static func attachment(_ label: String, _ file: FileReference?) -> [PaperRow] {
        guard let file else { return [] }
        let pages = file.pages.map { "，\($0) 页" } ?? ""
        return [
            PaperRow(label, "\(file.format.rawValue.uppercased())\(pages)，\(file.byteCount) 字节"),
            PaperRow(label + "校验值", "SHA-256 \(file.digest.hex)"),
        ]
    }
}
