import Core
import Documents
import Foundation
import Testing

/// Plainly fictitious people, employers and papers.
enum Sample {
    /// A noon in Shanghai, 22 November 2026.
    static let noon = Date(timeIntervalSince1970: 1_795_320_000)

    static func photo() throws -> [UInt8] {
        try Array(Data(contentsOf: repositoryFile("Sources/Central/Resources/sample-photo.jpg")))
    }

    static func date(_ text: String) throws -> CivilDate {
        try #require(CivilDate(compact: text.filter { $0 != "-" }))
    }

    static func enterprise(name: String = "上海示例建筑设计有限公司") throws -> Enterprise {
        Enterprise(code: try CreditCode("91350100M000100Y43"), name: name)
    }

    static func applicant(name: String = "测试员甲") throws -> Applicant {
        Applicant(
            identity: IdentityRecord(
                number: try DocumentNumber("310101199003070094", kind: .residentCard), name: name, sex: .male,
                birth: try date("1990-03-07"), validFrom: try date("2020-05-06"), validity: .unlimited),
            phone: try PhoneNumber("13800005678"))
    }

    static func file(_ digit: Character, _ format: FileReference.Format, _ count: Int) throws -> FileReference {
        FileReference(
            digest: try #require(PaperDigest(hex: String(repeating: digit, count: 64))), format: format,
            byteCount: count)
    }

    /// Everything that an initial form can hold, or only what a Shanghai qualification needs.
    static func initial(isFull: Bool, enterprise: Enterprise? = nil) throws -> ApplicationForm {
        let employer = try enterprise ?? Self.enterprise()
        return .initial(
            InitialForm(
                enterpriseName: employer.name, enterprise: employer, enterprisePhone: "021-60000000",
                photo: try file("a", .jpeg, 40_960),
                qualification: QualificationCertificate(
                    place: isFull ? .elsewhere : .shanghai, number: "SH20250001234", issued: try date("2025-06-01")),
                qualificationScan: isFull ? try file("b", .pdf, 1_000_000) : nil,
                educationHours: isFull ? 80 : nil, educationProof: isFull ? try file("c", .pdf, 900_000) : nil,
                isDeclared: true))
    }

    static func form(_ kind: RegistrationKind) throws -> ApplicationForm {
        switch kind {
        case .initial: try initial(isFull: true)
        case .renewal:
            .renewal(
                RenewalForm(
                    enterprise: try enterprise(), enterprisePhone: "021-60000000", educationHours: 80,
                    isDeclared: true))
        case .cancellation:
            .cancellation(
                CancellationForm(
                    enterprise: try enterprise(), reason: .other, reasonText: "个人原因，不再从事建筑设计工作。",
                    isDeclared: true))
        }
    }

    static func content(_ form: ApplicationForm, applicant: Applicant? = nil) throws -> ApplicationFormContent {
        ApplicationFormContent(
            applicationID: try #require(ApplicationID("00000000-0000-4000-8000-000000000001")),
            applicant: try applicant ?? Self.applicant(), form: form)
    }

    static func notice(
        applicant: String = "测试员甲", materials: [String]? = nil, office: String = "上海市示例政务服务中心"
    ) throws -> AcceptanceNotice {
        AcceptanceNotice(
            applicationID: try #require(ApplicationID("00000000-0000-4000-8000-000000000001")),
            number: try #require(NoticeNumber(year: 2026, serial: 1234)), checkCode: "K7Q2M9", kind: .initial,
            applicantName: applicant, maskedIDNumber: "310***********0094", enterprise: try enterprise(),
            filedOn: try date("2026-11-22"), acceptedOn: try date("2026-11-23"), dueOn: try date("2026-12-21"),
            workingDays: 20, materials: try materials ?? initial(isFull: true).materials,
            office: .init(
                name: office, window: "综合窗口12号", enquiryPhone: "021-12345000",
                complaintPhone: "021-12345001", verificationURL: "https://hall.example/verify"))
    }
}

/// A file of the repository, by its path from the top.
func repositoryFile(_ path: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../\(path)").standardized
}

/// The forms that the tests set.
enum ApplicationFormSample: String, CaseIterable, Sendable {
    case full, plain, renewal, cancellation

    func form() throws -> ApplicationForm {
        switch self {
        case .full: try Sample.initial(isFull: true)
        case .plain: try Sample.initial(isFull: false)
        case .renewal: try Sample.form(.renewal)
        case .cancellation: try Sample.form(.cancellation)
        }
    }
}
