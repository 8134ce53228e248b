/// Everything that the application form PDF says, in its order; the kiosk previews and the employer reads the same.
/// The same applicant and form always give the same content: the signatures carry the days.
package struct ApplicationFormContent: Hashable, Sendable, Codable {
    /// 二级注册建筑师初始注册申请表
    package let title: String
    package let kind: RegistrationKind
    package let applicationID: ApplicationID
    package let sections: [Section]
    /// 申请人员意见, under which the person signs.
    package let declaration: Statement
    /// 聘用意见, under which the enterprise seals.
    package let opinion: Statement

    package struct Section: Hashable, Sendable, Codable {
        package let heading: String
        package let rows: [PaperRow]
    }

    package struct Statement: Hashable, Sendable, Codable {
        package let heading: String
        package let text: String
        /// Beside the field for signature or seal.
        package let caption: String
    }

    /// How personal numbers stand on it: in full on the paper itself, masked on a screen until the owner shows them.
    package enum Numbers: Hashable, Sendable { case full, masked }

    package init(
        applicationID: ApplicationID, applicant: Applicant, form: ApplicationForm, numbers: Numbers = .full
    ) {
        self.applicationID = applicationID
        kind = form.kind
        title = form.kind.matter + "申请表"
        sections = [Section.person(applicant, numbers)] + Section.sections(of: form, numbers)
        declaration = .declaration(of: form.kind)
        opinion = .opinion(on: form.kind)
    }

    package init(_ registration: Registration, numbers: Numbers = .full) {
        self.init(
            applicationID: registration.id, applicant: registration.applicant, form: registration.form,
            numbers: numbers)
    }
}

/// One line of a paper's table.
package struct PaperRow: Hashable, Sendable, Codable {
    package let label: String
    /// Empty where nothing was entered.
    package let value: String

    package init(_ label: String, _ value: String) {
        self.label = label
        self.value = value
    }
}

extension ApplicationFormContent: Discreet {
    package var description: String { "application form of \(applicationID)" }
}

extension ApplicationFormContent.Statement {
    // 行政许可法 31: the applicant answers for the truth of what is handed in.
    fileprivate static func declaration(of kind: RegistrationKind) -> Self {
        let matter = kind.chinese
        return Self(
            heading: "申请人员意见",
            text: "本人自愿申请二级注册建筑师\(matter)，承诺所填报的内容和提交的材料真实、合法、有效，并依法承担相应的法律责任。",
            caption: "申请人（电子签名）")
    }

    fileprivate static func opinion(on kind: RegistrationKind) -> Self {
        let text =
            switch kind {
            case .initial: "经核对，上述内容属实，本单位聘用该申请人，同意其申请二级注册建筑师初始注册。"
            case .renewal: "经核对，上述内容属实，本单位继续聘用该申请人，同意其申请二级注册建筑师延续注册。"
            case .cancellation: "经核对，上述内容属实，本单位同意该申请人申请二级注册建筑师注销注册。"
            }
        return Self(heading: "聘用意见", text: text, caption: "聘用企业（电子签章）")
    }
}
