import Core
import Foundation
import Testing

/// Plainly fictitious people, employers and papers.
enum Sample {
    static func date(_ text: String) throws -> CivilDate {
        try #require(CivilDate(compact: text.filter { $0 != "-" }))
    }

    /// Noon in Shanghai on that day.
    static func noon(_ text: String) throws -> Date {
        let days = try date(text).days(since: date("1970-01-01"))
        return Date(timeIntervalSince1970: Double(days) * 86_400 + 4 * 3600)
    }

    static func digest(_ number: Int) throws -> PaperDigest {
        let digits = String(number, radix: 16)
        return try #require(PaperDigest(hex: String(repeating: "0", count: 64 - digits.count) + digits))
    }

    static func identity() throws -> IdentityRecord {
        try IdentityRecord(
            number: DocumentNumber("310101199003070094", kind: .residentCard), name: "测试员甲", sex: .male, nation: "01",
            birth: date("1990-03-07"), address: "上海市示例路1号", issuingAuthority: "上海市示例公安分局",
            validFrom: date("2020-05-06"), validity: .until(date("2040-05-06")))
    }

    static func applicant() throws -> Applicant {
        Applicant(identity: try identity(), phone: try PhoneNumber("13800005678"))
    }

    static func enterprise(name: String = "上海示例建筑设计有限公司") throws -> Enterprise {
        Enterprise(code: try CreditCode("91350100M000100Y43"), name: name)
    }

    static func otherEnterprise() throws -> Enterprise {
        Enterprise(code: try CreditCode("92371000MA3MXH0E3W"), name: "上海另一家示例设计事务所")
    }

    static func photo(byteCount: Int = 40_960) throws -> FileReference {
        FileReference(digest: try digest(0xF0), format: .jpeg, byteCount: byteCount)
    }

    static func scan(_ number: Int = 0xF1, byteCount: Int = 1_000_000) throws -> FileReference {
        FileReference(digest: try digest(number), format: .pdf, byteCount: byteCount)
    }

    static func initialForm() throws -> InitialForm {
        InitialForm(
            enterpriseName: "上海示例建筑设计有限公司", enterprise: try enterprise(), enterprisePhone: "021-60000000",
            photo: try photo(),
            qualification: QualificationCertificate(
                place: .shanghai, number: "SH20250001234", issued: try date("2025-06-01")),
            isDeclared: true)
    }

    static func renewalForm() throws -> RenewalForm {
        RenewalForm(enterprise: try enterprise(), enterprisePhone: "021-60000000", educationHours: 80, isDeclared: true)
    }

    static func cancellationForm() throws -> CancellationForm {
        CancellationForm(enterprise: try enterprise(), reason: .leftEmployer, isDeclared: true)
    }

    static func form(_ kind: RegistrationKind) throws -> ApplicationForm {
        switch kind {
        case .initial: .initial(try initialForm())
        case .renewal: .renewal(try renewalForm())
        case .cancellation: .cancellation(try cancellationForm())
        }
    }

    static func registration(_ kind: RegistrationKind) throws -> Registration {
        let id = try #require(ApplicationID("00000000-0000-4000-8000-000000000001"))
        return Registration(id: id, applicant: try applicant(), form: try form(kind))
    }

    static func certificate(issued: String = "2026-11-23", isPaper: Bool = false) throws -> RegistrationCertificate {
        RegistrationCertificate(
            id: try #require(CertificateID("00000000-0000-4000-8000-000000000002")), number: "沪示例0001",
            holder: try identity().number, enterprise: try enterprise(), issuedOn: try date(issued),
            photo: isPaper ? nil : try photo(), isPaper: isPaper)
    }

    static func decision(serial: Int = 1234, on day: String = "2026-11-23") throws -> AcceptanceDecision {
        AcceptanceDecision(
            number: try #require(NoticeNumber(year: 2026, serial: serial)), checkCode: "K7Q2M9",
            acceptedAt: try noon(day))
    }
}
