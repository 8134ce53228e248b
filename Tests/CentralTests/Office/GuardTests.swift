import Core
import Foundation
import NIOHTTP1
import Testing

@testable import Central

/// Who is kept out, and from what.
struct GuardTests {
    static let id = "0e0b6d6c-5f0e-4c53-9e3c-2d6c0c3b1a11"
    static let pages = [
        "/queue", "/applications/\(id)", "/applications/\(id)/papers/\(String(repeating: "ab", count: 32))",
        "/applications/\(id)/photo", "/reviewers", "/audit", "/fleet", "/fleet/support/\(id)",
    ]
    static let forms =
        ["/logout", "/applications/\(id)/numbers", "/reviewers/r1002/disable"]
        + ReviewAct.Name.allCases.map { "/applications/\(id)/acts/\($0.rawValue)" }

    @Test func `without a session every page and every form leads to the login`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            try await office.visit { (browsers: [Browser]) async throws in
                for path in Self.pages {
                    let page = try await browsers[0].get(path)
                    #expect(page.status == 303 && page.location == "/login", "\(path)")
                }
                for path in Self.forms {
                    let page = try await browsers[0].post(path, [("form", "x")])
                    #expect(page.status == 303 && page.location == "/login", "\(path)")
                }
            }
        }
    }

    @Test func `a form without the session's token, or with another's, does nothing`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            let id = try await office.store.sealed()
            try await office.visit(2) { (browsers: [Browser]) async throws in
                _ = try await browsers[0].logIn("s2001")
                _ = try await browsers[1].logIn("r1001")
                let foreign = try #require(try await browsers[1].get("/queue").token)
                let own = try #require(try await browsers[0].get("/queue").token)
                let forms = Self.forms.map { $0.replacingOccurrences(of: Self.id, with: id.description) }
                let before = try await office.store.registration(id)
                for path in forms {
                    for fields in [[], [("form", "")], [("form", foreign)], [("form", own), ("form", own)]] {
                        let rest = [("revision", "\(before.revision)"), ("sure", "yes"), ("text", "理由")]
                        let page = try await browsers[0].post(path, fields + rest)
                        #expect(page.status == 403, "\(path) \(fields)")
                    }
                    for headers in [
                        [("Origin", "https://elsewhere.example")], [("Origin", "null")],
                        [("Sec-Fetch-Site", "cross-site")],
                        [("Sec-Fetch-Site", "same-site")],
                    ] {
                        let all = [("Content-Type", "application/x-www-form-urlencoded")] + headers
                        let page = try await browsers[0].post(path, [("form", own)], headers: all)
                        #expect(page.status == 403, "\(path) \(headers)")
                    }
                }
                #expect(try await office.store.registration(id) == before)
                #expect(try await office.store.registry.database.read { try $0.reviewer("r1002") }?.isActive == true)
                #expect(try await browsers[0].get("/queue").status == 200)
            }
        }
    }

    @Test func `reviewers do not see what is the supervisor's, and cannot do it`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            try await office.work { (browser: Browser) async throws in
                let queue = try await browser.get("/queue")
                #expect(!queue.html.contains("/audit"))
                for path in ["/reviewers", "/audit"] { #expect(try await browser.get(path).status == 403) }
                let form = [("form", try #require(queue.token))]
                #expect(try await browser.post("/reviewers/r1002/disable", form).status == 403)
                #expect(try await office.store.registry.database.read { try $0.reviewer("r1002") }?.isActive == true)
            }
        }
    }

    @Test func `a supervisor switches an account off and on, but not the own one, and reads what was done`()
        async throws
    {
        try await withOffice { (office: OpenOffice) async throws in
            try await office.visit(2) { (browsers: [Browser]) async throws in
                _ = try await browsers[0].logIn("s2001")
                _ = try await browsers[1].logIn("r1001")
                let form = [("form", try #require(try await browsers[0].get("/reviewers").token))]
                #expect(try await browsers[0].post("/reviewers/r1001/disable", form).status == 303)
                #expect(try await browsers[1].get("/queue").location == "/login")
                #expect(try await browsers[0].get("/reviewers").html.contains("已停用"))
                #expect(try await browsers[0].post("/reviewers/r1001/enable", form).status == 303)
                #expect(try await browsers[1].logIn("r1001").status == 303)
                #expect(try await browsers[0].post("/reviewers/s2001/disable", form).status == 409)
                #expect(try await browsers[0].post("/reviewers/nobody/disable", form).status == 404)
                let audit = try await browsers[0].get("/audit").html
                #expect(audit.contains("reviewer r1001 switched off"))
                #expect(audit.contains("记录链完整"))
            }
        }
    }

    @Test func `a chain that was tampered with is told`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            try await office.work(as: "s2001") { (browser: Browser) async throws in
                try await office.store.registry.database.write {
                    try $0.run("UPDATE audit SET act = 'nothing' WHERE position = 2")
                }
                #expect(try await browser.get("/audit").html.contains("记录链在第 2 行断开"))
            }
        }
    }

    @Test func `each look checks what is new, and all of it when asked or after a restart`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            let database = office.store.registry.database
            try await office.work(as: "s2001") { (browser: Browser) async throws in
                #expect(try await browser.get("/audit").html.contains("记录链完整"))
                // A row behind what was checked is seen at once, one before it when all is checked.
                try await database.write { try $0.run("UPDATE audit SET act = 'nothing' WHERE position = 2") }
                #expect(try await browser.get("/audit").html.contains("记录链完整"))
                #expect(try await browser.get("/audit?check=all").html.contains("记录链在第 2 行断开"))
                #expect(try await browser.get("/audit").html.contains("记录链在第 2 行断开"))
            }
            try await withOffice(over: office.store) { (again: OpenOffice) async throws in
                try await again.work(as: "s2001") { (browser: Browser) async throws in
                    #expect(try await browser.get("/audit").html.contains("记录链在第 2 行断开"))
                }
            }
        }
    }

    @Test func `rows that were taken off the end, or changed there, break the chain`() async throws {
        try await withStore { store in
            _ = try await store.registered()
            let database = store.registry.database
            let watch = AuditWatch()
            let first = try await watch.check(database, all: false)
            #expect(first.broken == nil && first.count > 1)
            _ = try await store.registered(1)
            let second = try await watch.check(database, all: false)
            #expect(second.broken == nil && second.count > first.count)
            try await database.write {
                try $0.run("DELETE FROM audit WHERE position = (SELECT MAX(position) FROM audit)")
            }
            #expect(try await watch.check(database, all: false).broken != nil)
        }
    }

    @Test func `every answer tells the browser to run no script, keep nothing and frame nothing`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            let id = try await office.store.sealed()
            let digest = try #require(try await office.store.registration(id).papers.last).digest
            try await office.work { (browser: Browser) async throws in
                for path in [
                    "/login", "/queue", "/applications/\(id)", "/applications/\(id)/papers/\(digest)", "/audit",
                    "/nowhere", "/office.css", "/applications/x",
                ] {
                    let page = try await browser.get(path)
                    let policy = try #require(page.headers.first(name: "content-security-policy"))
                    #expect(policy.hasPrefix("default-src 'none'"))
                    #expect(!policy.contains("script-src"))
                    #expect(policy.contains("frame-ancestors 'none'"))
                    #expect(page.headers.first(name: "cache-control") == "no-store", "\(path)")
                    #expect(page.headers.first(name: "x-content-type-options") == "nosniff")
                    #expect(page.headers.first(name: "x-frame-options") == "DENY")
                    #expect(page.headers.first(name: "referrer-policy") == "same-origin")
                    #expect(page.headers.first(name: "strict-transport-security") != nil)
                    #expect(!page.html.contains("<script"))
                    #expect(!page.html.contains(" style="))
                }
            }
        }
    }

    @Test func `a form that does not parse is refused and does nothing`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            let id = try await office.store.sealed()
            try await office.work { (browser: Browser) async throws in
                let path = "/applications/\(id)/acts/accept"
                let form = [("Content-Type", "application/x-www-form-urlencoded")]
                #expect(try await browser.send(.POST, path, Data("form=%ZZ".utf8), form).status == 400)
                #expect(try await browser.send(.POST, path, Data("form=%FF%FE".utf8), form).status == 400)
                let json = [("Content-Type", "application/json")]
                #expect(try await browser.send(.POST, path, Data("{}".utf8), json).status == 400)
                let huge = Data(repeating: 65, count: 70_000)
                #expect(try await browser.send(.POST, path, huge, form).status == 400)
                let token = try #require(try await browser.get("/queue").token)
                #expect(try await browser.post(path, [("form", token), ("sure", "yes")]).status == 400)
                #expect(try await browser.post("/applications/\(id)/acts/explode", [("form", token)]).status == 404)
                #expect(try await office.store.registration(id).state == .sealed)
            }
        }
    }

    @Test func `a reviewer who sends forms without end waits`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            let id = try await office.store.sealed()
            try await office.work { (browser: Browser) async throws in
                let token = try #require(try await browser.get("/queue").token)
                let form = [("form", token), ("revision", "0"), ("sure", "yes")]
                for _ in 0..<60 {
                    #expect(try await browser.post("/applications/\(id)/acts/beginReview", form).status == 409)
                }
                let page = try await browser.post("/applications/\(id)/acts/accept", form)
                #expect(page.status == 429)
                #expect(page.headers.first(name: "retry-after") != nil)
                office.store.clock.advance(seconds: 61)
                #expect(try await browser.act("accept", on: id).status == 303)
            }
        }
    }
}
