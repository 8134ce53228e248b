/// What the person enters, by kind of application.
package enum ApplicationForm: Hashable, Sendable, Codable {
    case initial(InitialForm)
    case renewal(RenewalForm)
    case cancellation(CancellationForm)

    package var kind: RegistrationKind {
        switch self {
        case .initial: .initial
        case .renewal: .renewal
        case .cancellation: .cancellation
        }
    }

    /// The employer that confirms; nil until its name has been verified.
    package var enterprise: Enterprise? {
        switch self {
        case .initial(let form): form.enterprise
        case .renewal(let form): form.enterprise
        case .cancellation(let form): form.enterprise
        }
    }
}

/// A file that belongs to a form, by its content; the bytes travel and are kept beside it.
package struct FileReference: Hashable, Sendable, Codable {
    package enum Format: String, Hashable, Sendable, Codable { case pdf, jpeg }

    package let digest: PaperDigest
    package let format: Format
    package let byteCount: Int
    /// Of a PDF; nil for a picture.
    package let pages: Int?

    package init(digest: PaperDigest, format: Format, byteCount: Int, pages: Int? = nil) {
        self.digest = digest
        self.format = format
        self.byteCount = byteCount
        self.pages = pages
    }
}

/// 初始注册申请表
package struct InitialForm: Hashable, Sendable, Codable {
    /// As typed; what counts is `enterprise`, set by 验证企业名称 and cleared when the name changes.
    package var enterpriseName: String
    package var enterprise: Enterprise?
    package var enterprisePhone: String
    /// Goes on the certificate.
    package var photo: FileReference?
    package var qualification: QualificationCertificate?
    /// What is typed of a certificate issued elsewhere; `qualification` follows from it once it is complete.
    package var typed: TypedQualification?
    /// Scan of a certificate issued elsewhere.
    package var qualificationScan: FileReference?
    /// 继续教育学时, only when overdue.
    package var educationHours: Int?
    package var educationProof: FileReference?
    /// 申请人员意见
    package var isDeclared: Bool

    package init(
        enterpriseName: String = "", enterprise: Enterprise? = nil, enterprisePhone: String = "",
        photo: FileReference? = nil, qualification: QualificationCertificate? = nil,
        typed: TypedQualification? = nil, qualificationScan: FileReference? = nil, educationHours: Int? = nil,
        educationProof: FileReference? = nil, isDeclared: Bool = false
    ) {
        self.enterpriseName = enterpriseName
        self.enterprise = enterprise
        self.enterprisePhone = enterprisePhone
        self.photo = photo
        self.qualification = qualification
        self.typed = typed
        self.qualificationScan = qualificationScan
        self.educationHours = educationHours
        self.educationProof = educationProof
        self.isDeclared = isDeclared
    }
}

/// 延续注册申请表
package struct RenewalForm: Hashable, Sendable, Codable {
    package var enterprise: Enterprise?
    package var enterprisePhone: String
    package var photo: FileReference?
    package var educationHours: Int?
    package var isDeclared: Bool

    package init(
        enterprise: Enterprise?, enterprisePhone: String = "", photo: FileReference? = nil,
        educationHours: Int? = nil, isDeclared: Bool = false
    ) {
        self.enterprise = enterprise
        self.enterprisePhone = enterprisePhone
        self.photo = photo
        self.educationHours = educationHours
        self.isDeclared = isDeclared
    }
}

/// 注销注册申请表
package struct CancellationForm: Hashable, Sendable, Codable {
    package enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
        case changesEmployer, leftEmployer, stopsPractice, employerEnded, other
    }

    package var enterprise: Enterprise?
    package var photo: FileReference?
    package var reason: Reason?
    /// Required with `other`.
    package var reasonText: String
    package var isDeclared: Bool

    package init(
        enterprise: Enterprise?, photo: FileReference? = nil, reason: Reason? = nil, reasonText: String = "",
        isDeclared: Bool = false
    ) {
        self.enterprise = enterprise
        self.photo = photo
        self.reason = reason
        self.reasonText = reasonText
        self.isDeclared = isDeclared
    }
}
