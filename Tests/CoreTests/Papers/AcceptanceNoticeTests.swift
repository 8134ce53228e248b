import Core
import Foundation
import Testing

@Suite struct AcceptanceNoticeTests {
    private func notice(_ registration: Registration) throws -> AcceptanceNotice? {
        let tables = try JSONDecoder().decode(
            WorkingCalendar.self, from: Data(contentsOf: testFile("Calendar/holidays-2026.json")))
        return AcceptanceNotice(registration, calendar: tables, office: .sample)
    }

    @Test func `it says when the form was sealed and accepted, and twenty working days later`() throws {
        var deed = Deed()
        let registration = try deed.registration(.initial, in: .accepted)
        let notice = try #require(try notice(registration))
        #expect(notice.filedOn.description == "2026-11-22")
        #expect(notice.acceptedOn.description == "2026-11-23")
        #expect(notice.dueOn.description == "2026-12-21")
        #expect(notice.workingDays == 20)
        #expect(notice.number.description == "沪建注2026-001234")
        #expect(notice.applicantName == "测试员甲")
        #expect(notice.maskedIDNumber == "310***********0094")
        #expect(notice.enterprise == (try Sample.enterprise()))
        #expect(notice.verificationLink == "https://verify.example.org/n?n=2026-1234&c=K7Q2M9")
    }

    @Test(arguments: RegistrationState.allCases) func `only what has been accepted has one`(
        state: RegistrationState
    ) throws {
        var deed = Deed()
        let kind: RegistrationKind = state == .cancelled ? .cancellation : .initial
        let registration = try deed.registration(kind, in: state)
        let accepted: Set<RegistrationState> = [.accepted, .inReview, .approved, .refused, .collected]
        #expect((try notice(registration) != nil) == accepted.contains(state))
    }

    @Test func `a cancellation has one as soon as it is numbered`() throws {
        var deed = Deed()
        var registration = try deed.registration(.cancellation, in: .cancelled)
        #expect(try notice(registration) == nil)
        _ = try deed.perform(.accept, on: &registration)
        #expect(try notice(registration)?.kind == .cancellation)
    }

    @Test func `it lists the materials that were handed in`() throws {
        var form = try Sample.initialForm()
        #expect(
            ApplicationForm.initial(form).materials == [
                "二级注册建筑师初始注册申请表（个人签名、企业签章）", "个人照片", "资格证书（上海市签发，数据共享核验）",
            ])
        form.qualificationScan = try Sample.scan()
        form.educationProof = try Sample.scan(2)
        #expect(
            ApplicationForm.initial(form).materials == [
                "二级注册建筑师初始注册申请表（个人签名、企业签章）", "个人照片", "资格证书扫描件", "继续教育证明",
            ])
        #expect(
            try Sample.form(.renewal).materials == ["二级注册建筑师延续注册申请表（个人签名、企业签章）", "继续教育学时申报"])
        var cancellation = try Sample.cancellationForm()
        cancellation.photo = try Sample.photo()
        #expect(
            ApplicationForm.cancellation(cancellation).materials == [
                "二级注册建筑师注销注册申请表（个人签名、企业签章）", "个人照片",
            ])
    }
}
