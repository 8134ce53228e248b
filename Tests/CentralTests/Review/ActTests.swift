import CentralAPI
import Core
import Foundation
import Testing

@testable import Central

/// What reviewers do, through the pages.
struct ActTests {
    @Test func `from acceptance to the certificate, each act with the reviewer's name`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            let id = try await office.store.sealed()
            try await office.work { (browser: Browser) async throws in
                for name in ["accept", "beginReview", "approve"] {
                    let page = try await browser.act(name, on: id)
                    #expect(page.location == "/applications/\(id)?done=\(name)", "\(page.html)")
                }
                #expect(try await browser.get("/applications/\(id)?done=approve").html.contains("准予许可。申请现在是"))
            }
            let registration = try await office.store.registration(id)
            #expect(registration.state == .approved)
            #expect(registration.history.suffix(3).map(\.actor) == Array(repeating: .reviewer(id: "r1001"), count: 3))
            let acts = try await office.store.acts(of: "reviewer r1001")
            for name in ["accept", "beginReview", "approve"] { #expect(acts.contains("\(name) \(id) applied")) }
            let (certificate, application) = try await office.store.registry.database.read { session in
                let row = try session.row(
                    "SELECT application FROM certificates WHERE holder = ?", Samples.identity().number.text)
                return (try session.certificate(of: Samples.identity().number), try row?.text("application"))
            }
            let issued = try #require(certificate)
            #expect(issued.state == .issued)
            #expect(CertificateNumber(issued.number)?.serial == 1)
            #expect(issued.enterprise == Samples.enterprise())
            #expect(issued.photo == (try Samples.form()).photo)
            #expect(issued.issuedOn == office.store.registry.today)
            #expect(application == id.description)
            let messages = try await office.store.messages(to: Samples.phone())
            #expect(messages.filter { $0.contains("已受理") }.count == 1)
            #expect(messages.contains { $0.contains("审批通过") })
        }
    }

    @Test func `the kiosk hears of a reviewer's act, and staff find the notice`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            let id = try await office.store.sealed()
            try await office.work { _ = try await $0.act("accept", on: id) }
            let page = try await office.store.registry.changes(.init(after: 0, wait: 0), kiosk: TestStore.kiosk)
            #expect(page.changes.last?.state == .accepted)
            let number = try #require(page.changes.last?.noticeNumber)
            let staff = try await office.store.staffSession()
            #expect(try await office.store.registry.find(.notice(number), for: staff).map(\.id) == [id])
        }
    }

    @Test func `corrections are told all at once, void the signatures, and the way begins again`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            let id = try await office.store.sealed()
            try await office.work { (browser: Browser) async throws in
                let usual = try #require(CaseActs.usualItems[.initial]?.first)
                let page = try await browser.act(
                    "requireCorrection", on: id,
                    [("item", usual), ("text", "请补充社保记录\r\n\r\n  请补充 劳动合同 \r\n请补充社保记录")])
                #expect(page.status == 303)
            }
            let registration = try await office.store.registration(id)
            #expect(registration.state == .correctionRequired)
            let items = ["个人照片不符合要求，请重新上传", "请补充社保记录", "请补充 劳动合同"]
            #expect(registration.itemsToMend == items)
            #expect(registration.reasonToMend == items.joined(separator: "；"))
            #expect(registration.papers.map(\.isVoid) == [true, true])
            _ = try await office.store.save(0, id)
            _ = try await office.store.sign(id, pdf: Data("signed again".utf8)).status()
            let sealed = try await office.store.seal(id, pdf: Data("sealed again".utf8)).status()
            #expect(sealed.state == .sealed)
            #expect(try await office.store.registration(id).itemsToMend == [])
        }
    }

    @Test(arguments: [("decline", RegistrationState.notAccepted, []), ("refuse", .refused, ["accept", "beginReview"])])
    func `an end against the applicant has its reason`(
        _ name: String, _ state: RegistrationState, _ before: [String]
    ) async throws {
        try await withOffice { (office: OpenOffice) async throws in
            let id = try await office.store.sealed()
            try await office.work { (browser: Browser) async throws in
                for name in before { #expect(try await browser.act(name, on: id).status == 303) }
                let silent = try await browser.act(name, on: id, [("text", " \r\n ")])
                #expect(silent.status == 422)
                #expect(silent.html.contains("请填写内容"))
                #expect(try await browser.act(name, on: id, [("text", "示例理由\u{7}第二行")]).status == 303)
                let registration = try await office.store.registration(id)
                #expect(registration.state == state)
                #expect(registration.reasonToMend == "示例理由 第二行")
                #expect(try await browser.get("/applications/\(id)").html.contains("示例理由 第二行"))
            }
        }
    }

    @Test func `nothing happens without the tick, and what was typed stands there again`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            let id = try await office.store.sealed()
            try await office.work { (browser: Browser) async throws in
                #expect(try await browser.act("accept", on: id, sure: false).status == 422)
                let text = "很长的一段理由 </textarea><script>alert(1)</script>"
                let page = try await browser.act("decline", on: id, [("text", text)], sure: false)
                #expect(page.status == 422)
                #expect(page.html.contains("很长的一段理由 &lt;/textarea&gt;"))
                let long = try await browser.act("decline", on: id, [("text", String(repeating: "长", count: 501))])
                #expect(long.status == 422)
                let many = (1...21).map { "第 \($0) 项" }.joined(separator: "\n")
                #expect(try await browser.act("requireCorrection", on: id, [("text", many)]).status == 422)
                #expect(try await office.store.registration(id).state == .sealed)
            }
        }
    }

    @Test func `of two reviewers at the same moment one is told who was first, and nothing is doubled`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            let id = try await office.store.sealed()
            try await office.visit(2) { (browsers: [Browser]) async throws in
                var forms: [[(String, String)]] = []
                for (browser, account) in zip(browsers, ["r1001", "r1002"]) {
                    _ = try await browser.logIn(account)
                    let page = try await browser.get("/applications/\(id)")
                    forms.append([
                        ("form", try #require(page.token)), ("revision", try #require(page.revision)), ("sure", "yes"),
                        ("text", "示例理由"),
                    ])
                }
                let (first, second, firstForm, secondForm) = (browsers[0], browsers[1], forms[0], forms[1])
                async let one = first.post("/applications/\(id)/acts/accept", firstForm)
                async let other = second.post("/applications/\(id)/acts/decline", secondForm)
                let pages = try await [one, other]
                #expect(pages.map(\.status).sorted() == [303, 409])
                let loser = try #require(pages.first { $0.status == 409 }).html
                #expect(loser.contains("没有办成"))
                #expect(loser.contains("审核 r1001在") || loser.contains("审核 r1002在"))
                let registration = try await office.store.registration(id)
                #expect(registration.history.count { $0.actor.role == .reviewer } == 1)
                let notices = try await office.store.registry.database.read {
                    try $0.rows("SELECT 1 AS found FROM notices")
                }
                #expect(notices.count == (registration.state == .accepted ? 1 : 0))
                let again = try await browsers[0].post("/applications/\(id)/acts/accept", forms[0])
                #expect(again.status == 409)
            }
        }
    }

    @Test func `the applicant's edit while the reviewer reads makes the reviewer look again`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            let id = try await office.store.sealed()
            try await office.work { (browser: Browser) async throws in
                let page = try await browser.get("/applications/\(id)")
                _ = try await office.store.save(0, id)
                let fields = [
                    ("form", try #require(page.token)), ("revision", try #require(page.revision)), ("sure", "yes"),
                ]
                let late = try await browser.post("/applications/\(id)/acts/accept", fields)
                #expect(late.status == 409)
                #expect(late.html.contains("待个人签名"))
            }
        }
    }

    @Test func `a renewal that is approved goes on with the same certificate for two years`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            let person = Samples.seed.people.count - 4
            let before = try #require(
                try await office.store.registry.database.read {
                    try $0.certificate(of: Samples.identity(person).number)
                })
            let id = try await office.store.renewed(person).id
            try await office.work { (browser: Browser) async throws in
                for name in ["accept", "beginReview", "approve"] {
                    #expect(try await browser.act(name, on: id).status == 303)
                }
            }
            let after = try #require(
                try await office.store.registry.database.read {
                    try $0.certificate(of: Samples.identity(person).number)
                })
            #expect(after.id == before.id && after.number == before.number)
            #expect(after.validThrough == before.validThrough.adding(years: 2))
            #expect(after.state == .issued)
        }
    }

    @Test func `a renewal whose registration has ended meanwhile cannot be approved, and nothing has changed`()
        async throws
    {
        try await withOffice { (office: OpenOffice) async throws in
            let person = Samples.seed.people.count - 4
            let id = try await office.store.renewed(person).id
            try await office.work { (browser: Browser) async throws in
                for name in ["accept", "beginReview"] { #expect(try await browser.act(name, on: id).status == 303) }
                try await office.store.registry.database.write { session in
                    var certificate = try #require(try session.certificate(of: Samples.identity(person).number))
                    try certificate.apply(.cancel, by: .store, at: Date())
                    try session.keepCertificate(certificate)
                }
                let page = try await browser.act("approve", on: id)
                #expect(page.status == 409)
                #expect(page.html.contains("没有可以延续的注册证书"))
                #expect(try await office.store.registration(id).state == .inReview)
                #expect(
                    try await office.store.acts(of: "reviewer r1001").last { $0.hasPrefix("approve") }
                        == "approve \(id) refused")
            }
        }
    }
}
