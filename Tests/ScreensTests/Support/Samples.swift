import Core
import Foundation
import Terminal
import Testing

@testable import Screens

/// Plainly fictitious people and enterprises.
enum Samples {
    /// 2026-11-22 14:32:00 in Shanghai.
    static let now = Date(timeIntervalSince1970: 1_795_329_120)
    static let token = SessionToken("token-of-the-session")
    static let applicationID = ApplicationID(UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)))
    static let entryID = EntryID(UUID(uuid: (9, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 1)))
    static let printToken = PrintToken(UUID(uuid: (7, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 2)))

    static func settings() -> KioskSettings {
        var settings = KioskSettings(hall: "示例区政务服务中心", machine: "03")
        settings.fileWays = Set(FileWay.allCases)
        return settings
    }

    static func identity(lastDay: CivilDate? = nil) throws -> IdentityRecord {
        IdentityRecord(
            number: try DocumentNumber("310101199001010012", kind: .residentCard), name: "测试员甲", sex: .male,
            nation: "01", birth: try day(1990, 1, 1), address: "上海市黄浦区示例路1号", issuingAuthority: "上海市公安局示例分局",
            validFrom: try day(2018, 5, 1), validity: .until(try lastDay ?? day(2038, 5, 1)))
    }

    static func otherIdentity() throws -> IdentityRecord {
        IdentityRecord(
            number: try DocumentNumber("310101198506150024", kind: .residentCard), name: "测试员乙", sex: .female,
            nation: "01", birth: try day(1985, 6, 15), address: "上海市静安区样例路2号", issuingAuthority: "上海市公安局样例分局",
            validFrom: try day(2019, 5, 1), validity: .unlimited)
    }

    static func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
        try #require(CivilDate(year: year, month: month, day: day))
    }

    static func phone() throws -> PhoneNumber { try PhoneNumber("13800005678") }

    static func enterprise() throws -> Enterprise {
        Enterprise(code: try CreditCode("91310000MA1K000019"), name: "上海示例建筑设计有限公司")
    }

    static func longEnterprise() throws -> Enterprise {
        Enterprise(
            code: try CreditCode("91310000MA1K00002C"),
            name: "上海示例建筑与城市规划设计研究总院（集团）股份有限公司浦东新区第一分公司")
    }

    static func digest(_ byte: UInt8) throws -> PaperDigest {
        try #require(PaperDigest(bytes: Array(repeating: byte, count: 32)))
    }

    static func photo() throws -> FileReference {
        FileReference(digest: try digest(0xAB), format: .jpeg, byteCount: 20_480)
    }

    static func scan(_ byte: UInt8 = 0xCD) throws -> FileReference {
        FileReference(digest: try digest(byte), format: .pdf, byteCount: 150_000, pages: 1)
    }

    /// Lines of grey in a dark frame.
    static let page = Image(width: 210, height: 297) { x, y in
        let isFrame = x < 8 || x > 201 || y < 8 || y > 288
        return isFrame ? 0 : y / 12 % 3 == 0 && x > 24 && x < 170 ? 90 : 255
    }

    /// Two sheets of it.
    static func typeset() throws -> TypesetForm {
        TypesetForm(digest: try digest(1), pages: 2, pictures: [page, page])
    }

    /// A head over shoulders.
    static let portrait = Image(width: 59, height: 83) { x, y in
        let (aside, below) = (x - 29, y - 30)
        let isHead = 3 * aside * aside + 2 * below * below < 1000
        return isHead ? 200 : y > 55 && abs(aside) < y - 38 ? 60 : 240
    }

    static func qualification() throws -> QualificationCertificate {
        QualificationCertificate(place: .shanghai, number: "SH2025000123", issued: try day(2025, 3, 1))
    }

    static func form(isDeclared: Bool = true) throws -> InitialForm {
        InitialForm(
            enterpriseName: try enterprise().name, enterprise: try enterprise(), enterprisePhone: "02164680000",
            photo: try photo(), qualification: try qualification(), isDeclared: isDeclared)
    }

    static func session(
        phone: PhoneNumber?, applications: [ApplicationStatus] = [], hasRecords: Bool = true,
        hasQualification: Bool = true, hasSignature: Bool = true, certificate: RegistrationCertificate? = nil
    ) throws -> ApplicantSession {
        let standing = Eligibility.Standing(open: nil, certificate: certificate)
        return ApplicantSession(
            token: token, phone: phone, applications: applications,
            offers: Eligibility().offers(for: standing, on: CivilDate(shanghai: now)),
            qualification: hasRecords && hasQualification ? try qualification() : nil,
            photo: hasRecords ? Data([0xFF, 0xD8]) : nil,
            rules: FormRules(), hasSignature: phone != nil && hasSignature, certificate: certificate)
    }

    static func admission(
        phone: PhoneNumber?, applications: [ApplicationStatus] = [], hasRecords: Bool = true,
        hasQualification: Bool = true, hasSignature: Bool = true, certificate: RegistrationCertificate? = nil
    ) throws -> ApplicantAdmission {
        ApplicantAdmission(
            session: try session(
                phone: phone, applications: applications, hasRecords: hasRecords, hasQualification: hasQualification,
                hasSignature: hasSignature, certificate: certificate),
            photo: hasRecords ? try photo() : nil)
    }

    static func ticket(now: Date = now) -> CodeTicket {
        CodeTicket(
            id: UUID(uuid: (3, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 3)), maskedPhone: "138****5678",
            expiresAt: now.addingTimeInterval(300), resendAfter: now.addingTimeInterval(60), triesLeft: 5)
    }

    static func certificate(triesLeft: Int = 3) throws -> CertificateFound {
        CertificateFound(
            enterpriseName: try enterprise().name, code: try enterprise().code, serial: "4F00A17A31",
            lastDay: try day(2028, 3, 1), triesLeft: triesLeft)
    }

    static func number() throws -> NoticeNumber { try #require(NoticeNumber(year: 2026, serial: 1234)) }
}
