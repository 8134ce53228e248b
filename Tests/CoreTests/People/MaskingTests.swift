import Core
import Foundation
import Testing

@Suite struct MaskingTests {
    @Test(arguments: [
        ("310101199003070094", "310***********0094"), ("ABC123456789012", "ABC********9012"), ("12345678", "123*5678"),
        ("1234567", "*******"), ("", ""),
    ])
    func `a number shows its first three and last four`(text: String, masked: String) {
        #expect(Masking.number(text) == masked)
    }

    @Test(arguments: [("", ""), ("测", "*"), ("测甲", "测*"), ("测试甲", "测*甲"), ("测试员甲", "测**甲")])
    func `a name shows its first and last character`(text: String, masked: String) {
        #expect(Masking.name(text) == masked)
    }

    /// Everything that holds a person, printed in every way that Swift has.
    @Test func `what holds personal data never prints it`() throws {
        let registration = try Sample.registration(.initial)
        let status = ApplicationStatus(registration, updatedAt: try Sample.noon("2026-11-22"))
        let draft = Draft(applicationID: registration.id, form: registration.form)
        let entry = OutboxEntry(
            id: try #require(EntryID("00000000-0000-4000-8000-000000000003")), applicationID: registration.id,
            content: .save(identity: registration.applicant.identity, form: registration.form),
            createdAt: try Sample.noon("2026-11-22"))
        let session = ApplicantSession(
            token: SessionToken("token-5eC4e7"), phone: registration.applicant.phone, applications: [status],
            offers: [],
            qualification: nil, photo: nil, rules: FormRules(), hasSignature: true)
        let content = ApplicationFormContent(registration)
        let values: [Any] = [
            registration, registration.applicant, registration.applicant.identity, status, draft, entry, session,
            content,
            try Sample.certificate(), try #require(try Sample.initialForm().qualification),
        ]
        for value in values {
            for secret in ["测试员甲", "199003070094", "13800005678", "0000567", "20250001234", "token-5eC4e7", "示例路"] {
                #expect(!printings(of: value).contains(secret), "\(type(of: value)) prints \(secret)")
            }
        }
    }

    @Test func `a notice prints its number, not its person`() throws {
        var deed = Deed()
        let registration = try deed.registration(.initial, in: .accepted)
        let notice = try #require(AcceptanceNotice(registration, calendar: WorkingCalendar([]), office: .sample))
        #expect(!printings(of: notice).contains("测试员甲"))
        #expect(notice.description.contains("沪建注2026-001234"))
    }

    private func printings(of value: Any) -> String {
        var dumped = ""
        dump(value, to: &dumped)
        return "\(value)\n" + String(reflecting: value) + "\n" + dumped
    }
}
