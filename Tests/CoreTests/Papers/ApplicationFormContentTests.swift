import Core
import Testing

@Suite struct ApplicationFormContentTests {
    @Test(arguments: RegistrationKind.allCases) func `the form says everything that was entered`(
        kind: RegistrationKind
    ) throws {
        let content = ApplicationFormContent(try Sample.registration(kind))
        try expectGolden(text(content), testFile("Papers/form-\(kind.rawValue).txt"))
    }

    @Test func `a qualification from elsewhere and education stand on it with their files`() throws {
        var form = try Sample.initialForm()
        form.qualification = QualificationCertificate(
            place: .elsewhere, number: "ZJ20200000099", issued: try Sample.date("2020-06-01"))
        form.qualificationScan = try Sample.scan()
        form.educationHours = 80
        form.educationProof = try Sample.scan(0xF2)
        let id = try Sample.registration(.initial).id
        let content = ApplicationFormContent(applicationID: id, applicant: try Sample.applicant(), form: .initial(form))
        try expectGolden(text(content), testFile("Papers/form-initial-overdue.txt"))
    }

    @Test(arguments: RegistrationKind.allCases) func `on a screen personal numbers are masked`(
        kind: RegistrationKind
    ) throws {
        let shown = text(ApplicationFormContent(try Sample.registration(kind), numbers: .masked))
        for secret in ["310101199003070094", "13800005678", "1990年3月7日", "SH20250001234"] {
            #expect(!shown.contains(secret))
        }
        #expect(shown.contains("310***********0094") && shown.contains("138****5678"))
    }

    @Test func `the same form says the same`() throws {
        let registration = try Sample.registration(.initial)
        #expect(ApplicationFormContent(registration) == ApplicationFormContent(registration))
    }

    private func text(_ content: ApplicationFormContent) -> String {
        var lines = [content.title, "\(content.applicationID)"]
        for section in content.sections {
            lines.append("【\(section.heading)】")
            lines += section.rows.map { "\($0.label)：\($0.value)" }
        }
        for statement in [content.declaration, content.opinion] {
            lines += ["【\(statement.heading)】", statement.text, "\(statement.caption)：____"]
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
