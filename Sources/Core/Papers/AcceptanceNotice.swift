/// 行政审批受理通知书: everything that the sheet says. Made by the store; the kiosk never invents one.
package struct AcceptanceNotice: Hashable, Sendable, Codable {
    package let applicationID: ApplicationID
    package let number: NoticeNumber
    package let checkCode: String
    package let kind: RegistrationKind
    package let applicantName: String
    package let maskedIDNumber: String
    package let enterprise: Enterprise
    package let filedOn: CivilDate
    package let acceptedOn: CivilDate
    /// Last day of the promised time limit, counted in working days by the store's calendar.
    package let dueOn: CivilDate
    package let workingDays: Int
    package let materials: [String]
    package let office: Office

    /// The accepting office, from the store's settings.
    package struct Office: Hashable, Sendable, Codable {
        package let name: String
        package let window: String
        package let enquiryPhone: String
        package let complaintPhone: String
        /// Where number and check code are verified; the QR code holds this, the number and the code.
        package let verificationURL: String

        package init(
            name: String, window: String, enquiryPhone: String, complaintPhone: String, verificationURL: String
        ) {
            self.name = name
            self.window = window
            self.enquiryPhone = enquiryPhone
            self.complaintPhone = complaintPhone
            self.verificationURL = verificationURL
        }
    }

    package init(
        applicationID: ApplicationID, number: NoticeNumber, checkCode: String, kind: RegistrationKind,
        applicantName: String, maskedIDNumber: String, enterprise: Enterprise, filedOn: CivilDate,
        acceptedOn: CivilDate, dueOn: CivilDate, workingDays: Int, materials: [String], office: Office
    ) {
        self.applicationID = applicationID
        self.number = number
        self.checkCode = checkCode
        self.kind = kind
        self.applicantName = applicantName
        self.maskedIDNumber = maskedIDNumber
        self.enterprise = enterprise
        self.filedOn = filedOn
        self.acceptedOn = acceptedOn
        self.dueOn = dueOn
        self.workingDays = workingDays
        self.materials = materials
        self.office = office
    }

    /// What the QR code holds: no personal data.
    package var verificationLink: String {
        "\(office.verificationURL)?n=\(number.year)-\(number.serial)&c=\(checkCode)"
    }
}

extension AcceptanceNotice: Discreet {
    package var description: String { "\(number) \(kind.rawValue) of \(applicationID)" }
}
