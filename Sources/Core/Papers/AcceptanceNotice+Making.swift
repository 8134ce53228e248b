extension AcceptanceNotice {
    /// 行政许可法 42 and 82.
    package static let statutoryWorkingDays = 20

    /// The notice of an accepted application; nil when it has no acceptance, no sealed form that stands, or no
    /// employer. A cancellation is numbered after it is done and has a notice all the same.
    package init?(
        _ registration: Registration, calendar: WorkingCalendar, office: Office,
        workingDays: Int = statutoryWorkingDays
    ) {
        guard let decision = registration.acceptance, let enterprise = registration.form.enterprise,
            let sealed = registration.standingPaper(.sealedForm)
        else { return nil }
        let acceptedOn = CivilDate(shanghai: decision.acceptedAt)
        self.init(
            applicationID: registration.id, number: decision.number, checkCode: decision.checkCode,
            kind: registration.kind, applicantName: registration.applicant.identity.name,
            maskedIDNumber: registration.applicant.identity.number.masked, enterprise: enterprise,
            filedOn: CivilDate(shanghai: sealed.signedAt), acceptedOn: acceptedOn,
            dueOn: calendar.day(adding: workingDays, to: acceptedOn), workingDays: workingDays,
            materials: registration.form.materials, office: office)
    }
}

extension ApplicationForm {
    /// 收到的材料, as the notice lists them.
    package var materials: [String] {
        let application = "\(kind.matter)申请表（个人签名、企业签章）"
        return switch self {
        case .initial(let form): [application] + form.materials
        case .renewal(let form): [application, "继续教育学时申报"] + photo(form.photo)
        case .cancellation(let form): [application] + photo(form.photo)
        }
    }

    private func photo(_ photo: FileReference?) -> [String] { photo == nil ? [] : ["个人照片"] }
}

extension InitialForm {
    fileprivate var materials: [String] {
        var list = ["个人照片"]
        if qualificationScan != nil {
            list.append("资格证书扫描件")
        } else if qualification != nil {
            list.append("资格证书（上海市签发，数据共享核验）")
        }
        if educationProof != nil { list.append("继续教育证明") }
        return list
    }
}
