import Core
import Documents
import Foundation
import Testing

@testable import Kiosk

/// Plainly fictitious people, enterprises and papers.
enum Sample {
    /// A noon in Shanghai, 22 November 2026.
    static let now = Date(timeIntervalSince1970: 1_795_320_000)
    static let token = SessionToken("token-of-the-session")
    static let applicationID = ApplicationID(UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)))
    static let printToken = PrintToken(UUID(uuid: (7, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 2)))
    static let entryID = EntryID(UUID(uuid: (9, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 1)))
    static let ticket = CodeTicket(
        id: UUID(uuid: (3, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 3)), maskedPhone: "138****5678",
        expiresAt: now + 300, resendAfter: now + 60, triesLeft: 5)

    static func enterprise() throws -> Enterprise {
        Enterprise(code: try CreditCode("91310000MA1K000019"), name: "上海示例建筑设计有限公司")
    }

    static func identity() throws -> IdentityRecord {
        IdentityRecord(
            number: try DocumentNumber("310101199001010012", kind: .residentCard), name: "测试员甲", sex: .male,
            nation: "01", birth: try day(1990, 1, 1), address: "上海市黄浦区示例路1号", issuingAuthority: "上海市公安局示例分局",
            validFrom: try day(2018, 5, 1), validity: .until(try day(2038, 5, 1)))
    }

    static func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
        try #require(CivilDate(year: year, month: month, day: day))
    }

    static func phone() throws -> PhoneNumber { try PhoneNumber("13800005678") }

    static func photo() throws -> Data {
        try Data(contentsOf: repositoryFile("Sources/Central/Resources/sample-photo.jpg"))
    }

    static func session() throws -> ApplicantSession {
        ApplicantSession(
            token: token, phone: try phone(), applications: [], offers: [], qualification: nil, photo: try photo(),
            rules: FormRules(), hasSignature: true)
    }

    static func form() throws -> ApplicationForm {
        let photo = try photo()
        let digest = try #require(PaperDigest(of: photo))
        return .initial(
            InitialForm(
                enterpriseName: try enterprise().name, enterprise: try enterprise(), enterprisePhone: "02164680000",
                photo: FileReference(digest: digest, format: .jpeg, byteCount: photo.count),
                qualification: QualificationCertificate(
                    place: .shanghai, number: "SH2025000123", issued: try day(2025, 3, 1)),
                isDeclared: true))
    }

    static func draft() throws -> Draft { Draft(applicationID: applicationID, form: try form()) }

    /// Saved at the store, ready to be signed.
    static func saved() throws -> Registration {
        var registration = Registration(
            id: applicationID, applicant: Applicant(identity: try identity(), phone: try phone()), form: try form())
        _ = try registration.apply(.save, by: .applicant, at: now)
        return registration
    }

    static func signed(_ paper: SignedPaper) throws -> Registration {
        var registration = try saved()
        _ = try registration.apply(.signPersonally(paper), by: .applicant, at: now)
        return registration
    }

    static func receipt(of entry: EntryID) -> EntryReceipt {
        EntryReceipt(entryID: entry, outcome: .refused(.otherApplicationOpen))
    }

    static func decision(_ decision: DecisionNotice.Decision = .correction(items: ["照片不清晰"])) throws -> DecisionNotice {
        DecisionNotice(
            applicationID: applicationID, kind: .initial, applicantName: "测试员甲",
            maskedIDNumber: "310***********0012", enterprise: try enterprise(), issuedOn: try day(2026, 11, 20),
            decision: decision, office: try notice().office)
    }

    static func staffApplication() throws -> StaffApplication {
        StaffApplication(
            id: applicationID, kind: .initial, state: .accepted, paper: .acceptanceNotice,
            noticeNumber: try notice().number,
            maskedName: "测**甲", maskedIDNumber: "310***********0012", enterpriseName: try enterprise().name,
            since: now, copies: [])
    }

    static func order(_ events: [PrintOrder.Event] = [], token: PrintToken = printToken, copy: Int = 1) throws
        -> PrintOrder
    {
        var order = PrintOrder(
            token: token, applicationID: applicationID, paper: try #require(PaperDigest(of: Data([1]))), pages: 1,
            copyNumber: copy, orderedAt: now)
        for event in events { try order.apply(event) }
        return order
    }

    static func notice() throws -> AcceptanceNotice {
        AcceptanceNotice(
            applicationID: applicationID, number: try #require(NoticeNumber(year: 2026, serial: 1234)),
            checkCode: "K7Q2M9", kind: .initial, applicantName: "测试员甲", maskedIDNumber: "310***********0012",
            enterprise: try enterprise(), filedOn: try day(2026, 11, 22), acceptedOn: try day(2026, 11, 23),
            dueOn: try day(2026, 12, 21), workingDays: 20, materials: ["初始注册申请表"],
            office: .init(
                name: "上海市示例政务服务中心", window: "综合窗口12号", enquiryPhone: "021-12345000",
                complaintPhone: "021-12345001", verificationURL: "https://hall.example/verify"))
    }
}

/// A file of the repository, by its path from the top.
func repositoryFile(_ path: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../\(path)").standardized
}
