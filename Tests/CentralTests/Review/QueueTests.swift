import Core
import Foundation
import Testing

@testable import Central

struct QueueTests {
    @Test func `the most urgent stands first, with its working days`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            let first = try await office.store.sealed(0)
            office.store.clock.advance(seconds: 86_400)
            let second = try await office.store.sealed(1, employer: 1)
            try await office.work { (browser: Browser) async throws in
                _ = try await browser.act("accept", on: first)
                // Twenty working days for the accepted one, five for the sealed one.
                let page = try await office.store.registry.queue(QueueQuery())
                #expect(page.entries.map(\.id) == [second, first])
                #expect(page.entries.map(\.deadline?.step) == [.acceptance, .decision])
                #expect(page.entries.map(\.deadline?.daysLeft) == [5, 20])
                #expect(page.entries.map(\.deadline?.isProvisional) == [false, false])
                let html = try await browser.get("/queue").html
                let places = try [second, first].map { try #require(html.range(of: "/applications/\($0)")).lowerBound }
                #expect(places[0] < places[1])
                #expect(html.contains("还有 5 个工作日"))
                office.store.clock.advance(seconds: 8 * 86_400)
                _ = try await browser.logIn("r1001")
                #expect(try await browser.get("/queue").html.contains("已超期 1 个工作日"))
            }
        }
    }

    @Test func `lists are narrowed by state and kind, and other words are no list`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            let id = try await office.store.sealed()
            try await office.work { (browser: Browser) async throws in
                func shows(_ query: String) async throws -> Bool {
                    try await browser.get("/queue?\(query)").html.contains("/applications/\(id)")
                }
                #expect(try await shows("state=waiting&kind="))
                #expect(try await shows("state=sealed&kind=initial"))
                #expect(try await !shows("state=sealed&kind=renewal"))
                #expect(try await !shows("state=accepted"))
                _ = try await browser.act("accept", on: id)
                #expect(try await shows("state=accepted"))
                #expect(try await !shows("state=sealed"))
                for query in ["state=draft", "state=x", "kind=x", "page=-1", "page=x"] {
                    #expect(try await browser.get("/queue?\(query)").status == 404, "\(query)")
                }
            }
        }
    }

    @Test(arguments: ["沪建注2026-000001", "2026-1", "2026-000001", " 1 ", "000001"])
    func `an application is found by its notice number`(_ typed: String) async throws {
        try await withOffice(automaticAcceptance: true) { (office: OpenOffice) async throws in
            let id = try await office.store.sealed()
            try await office.work { (browser: Browser) async throws in
                let query = typed.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
                let html = try await browser.get("/queue?number=\(query)").html
                #expect(html.contains("/applications/\(id)"))
                for other in ["2", "x", "2025-1", "1-2-3"] {
                    #expect(try await !browser.get("/queue?number=\(other)").html.contains("/applications/"))
                }
            }
        }
    }

    @Test func `the list shows nobody's name and number in full, nor what was never signed`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            _ = try await office.store.sealed(0)
            _ = try await office.store.registered(1)
            let saved = try await office.store.save(1)
            try await office.work { (browser: Browser) async throws in
                let html = try await browser.get("/queue").html
                let identity = try Samples.identity(0)
                #expect(!html.contains(identity.name) && !html.contains(identity.number.text))
                #expect(html.contains(Masking.name(identity.name)) && html.contains(identity.number.masked))
                #expect(!html.contains(saved.id.description))
                #expect(try await browser.get("/applications/\(saved.id)").status == 404)
            }
        }
    }

    @Test func `applications from before the back office get their state and kind with its tables`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            let initial = try await office.store.sealed(0)
            let renewal = try await office.store.renewed(Samples.seed.people.count - 4).id
            let sql = try #require(Schema.versions.first { $0.name == "4 back office" }).sql
            let start = try #require(sql.range(of: "UPDATE applications SET")).lowerBound
            let update = String(sql[start...].prefix { $0 != ";" })
            try await office.store.registry.database.write { session in
                try session.run("UPDATE applications SET state = '', kind = ''")
                try session.run(update)
            }
            for (kind, id) in [(RegistrationKind.initial, initial), (.renewal, renewal)] {
                let query = QueueQuery(scope: .state(.sealed), kind: kind)
                #expect(try await office.store.registry.queue(query).entries.map(\.id) == [id])
            }
            let cancellations = QueueQuery(scope: .state(.sealed), kind: .cancellation)
            let page = try await office.store.registry.queue(cancellations)
            #expect(page.total == 0)
        }
    }

    @Test func `what is over stands as it changed, the newest first`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            let ids = [try await office.store.sealed(0), try await office.store.sealed(1, employer: 1)]
            try await office.work { (browser: Browser) async throws in
                for id in ids {
                    office.store.clock.advance(seconds: 60)
                    _ = try await browser.act("decline", on: id, [("text", "示例理由")])
                }
            }
            let page = try await office.store.registry.queue(QueueQuery(scope: .state(.notAccepted)))
            #expect(page.entries.map(\.id) == ids.reversed())
            #expect(page.total == 2)
            let next = try await office.store.registry.queue(QueueQuery(scope: .state(.notAccepted), page: 1))
            #expect(next.entries.isEmpty && next.total == 2)
        }
    }

    @Test func `a long list has pages`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            let id = try await office.store.sealed()
            let sample = try await office.store.registration(id)
            try await office.store.registry.database.write { session in
                for index in 0..<Registry.queuePage {
                    let person = PersonID(UUID())
                    try session.run(
                        "INSERT INTO people (id, number, identity, phone) SELECT ?, ?, identity, phone FROM people LIMIT 1",
                        person, "copy \(index)")
                    let copy = Registration(
                        id: ApplicationID(UUID()), applicant: sample.applicant, form: sample.form)
                    var json = try String(decoding: JSONEncoder().encode(copy.id), as: UTF8.self)
                    json.removeAll { $0 == "\"" }
                    try session.run(
                        """
                        INSERT INTO applications SELECT ?, ?, kiosk, is_open, was_signed, enterprise_code,
                            REPLACE(content, ?, ?), created_at, updated_at, state, kind
                        FROM applications WHERE id = ?
                        """, copy.id, person, id.description, json, id)
                }
            }
            try await office.work { (browser: Browser) async throws in
                let page = try await browser.get("/queue").html
                #expect(page.contains("待办理：\(Registry.queuePage + 1) 项"))
                #expect(page.contains("第 1 页，共 2 页") && page.contains("下一页") && !page.contains("上一页"))
                let next = try await browser.get("/queue?state=waiting&kind=&page=1").html
                #expect(next.contains("上一页") && !next.contains("下一页"))
                #expect(next.matches(of: /href="\/applications\//).count == 1)
            }
        }
    }
}
