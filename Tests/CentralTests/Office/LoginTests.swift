import Core
import Foundation
import NIOHTTP1
import Testing

@testable import Central

struct LoginTests {
    @Test func `a reviewer logs in, works and logs out, and the old cookie is worth nothing`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            try await office.visit(2) { (browsers: [Browser]) async throws in
                let (browser, thief) = (browsers[0], browsers[1])
                #expect(try await browser.logIn("r1001").location == "/queue")
                thief.take(cookiesOf: browser)
                let queue = try await browser.get("/queue")
                #expect(queue.status == 200)
                #expect(queue.html.contains("审核员 测试审核员 r1001"))
                let left = try await browser.post("/logout", [("form", try #require(queue.token))])
                #expect(left.location == "/login")
                #expect(try await thief.get("/queue").location == "/login")
                #expect(try await office.store.acts(of: "reviewer r1001") == ["logged in", "logged out"])
            }
        }
    }

    @Test func `cookies are for this host, for TLS, for no script and for no other site`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            try await office.visit { (browsers: [Browser]) async throws in
                let form = try await browsers[0].get("/login")
                let page = try await browsers[0].logIn("r1001")
                let cookies = form.headers["set-cookie"] + page.headers["set-cookie"]
                #expect(cookies.count == 3)
                for cookie in cookies {
                    #expect(cookie.hasPrefix("__Host-"))
                    for part in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict"] {
                        #expect(cookie.contains(part), "\(cookie)")
                    }
                    #expect(!cookie.contains("Domain"))
                }
            }
        }
    }

    @Test(arguments: [
        ("r1001", "wrong password 1"), ("r1001", ""), ("nobody", Browser.password), ("", ""),
        ("r1001' OR '1'='1", Browser.password), ("R1001 ", "Plainly fictitious 1"),
    ])
    func `a wrong login is told nothing but that it is wrong`(_ account: String, _ password: String) async throws {
        try await withOffice { (office: OpenOffice) async throws in
            try await office.visit { (browsers: [Browser]) async throws in
                let page = try await browsers[0].logIn(account, password)
                #expect(page.status == 401)
                #expect(page.html.contains("账号或密码不正确"))
                #expect(!page.html.contains("r1001"))
                #expect(try await browsers[0].get("/queue").location == "/login")
                #expect(try await office.store.acts().contains("login refused"))
            }
        }
    }

    @Test func `an account that is switched off cannot log in, and its session ends at once`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            try await office.work { (browser: Browser) async throws in
                try await office.accounts.setActive(false, of: "r1001", by: "test")
                #expect(try await browser.get("/queue").location == "/login")
                #expect(try await browser.logIn("r1001").status == 401)
            }
        }
    }

    @Test func `a new password ends the session`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            try await office.work { (browser: Browser) async throws in
                try await office.accounts.setPassword("another fictitious 2", of: "r1001", by: "test")
                #expect(try await browser.get("/queue").location == "/login")
                #expect(try await browser.logIn("r1001").status == 401)
                #expect(try await browser.logIn("r1001", "another fictitious 2").status == 303)
            }
        }
    }

    @Test func `a session ends after fifteen idle minutes`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            try await office.work { (browser: Browser) async throws in
                for _ in 0..<4 {
                    office.store.clock.advance(seconds: 14 * 60)
                    #expect(try await browser.get("/queue").status == 200)
                }
                office.store.clock.advance(seconds: 15 * 60 + 1)
                #expect(try await browser.get("/queue").location == "/login")
            }
        }
    }

    @Test func `a session ends after eight hours however busy`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            try await office.work { (browser: Browser) async throws in
                for _ in 0..<48 {
                    office.store.clock.advance(seconds: 600)
                    #expect(try await browser.get("/queue").status == 200)
                }
                office.store.clock.advance(seconds: 1)
                #expect(try await browser.get("/queue").location == "/login")
            }
        }
    }

    @Test func `who guesses passwords waits, and the right one does not help meanwhile`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            try await office.visit { (browsers: [Browser]) async throws in
                let browser = browsers[0]
                for _ in 0..<5 { #expect(try await browser.logIn("r1001", "wrong password").status == 401) }
                let page = try await browser.logIn("r1001")
                #expect(page.status == 429)
                #expect(page.headers.first(name: "retry-after") == "900")
                #expect(page.html.contains("请在 15 分钟后再试"))
                #expect(try await browser.logIn("r1002").status == 303)
                browser.forget("__Host-office")
                office.store.clock.advance(seconds: 901)
                #expect(try await browser.logIn("r1001").status == 303)
            }
        }
    }

    @Test func `a store that starts again forgives no guess`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            try await office.visit { (browsers: [Browser]) async throws in
                for _ in 0..<5 { _ = try await browsers[0].logIn("r1001", "wrong password") }
            }
            try await withOffice(over: office.store) { (again: OpenOffice) async throws in
                try await again.visit { (browsers: [Browser]) async throws in
                    #expect(try await browsers[0].logIn("r1001").status == 429)
                    #expect(try await browsers[0].logIn("r1002").status == 303)
                }
            }
            let turns = try await office.store.registry.database.read { try $0.rows("SELECT turn FROM office_turns") }
            // What is typed as an account may be a password: it is never kept as it was typed.
            #expect(try turns.allSatisfy { try !$0.text("turn").contains("r1001") } && !turns.isEmpty)
        }
    }

    @Test func `one address cannot try many accounts`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            try await office.visit { (browsers: [Browser]) async throws in
                for number in 0..<30 { #expect(try await browsers[0].logIn("guess-\(number)").status == 401) }
                #expect(try await browsers[0].logIn("r1001").status == 429)
            }
        }
    }

    @Test func `a login form of another browser is refused`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            try await office.visit(2) { (browsers: [Browser]) async throws in
                let foreign = try #require(try await browsers[0].get("/login").token)
                _ = try await browsers[1].get("/login")
                let fields = [("form", foreign), ("account", "r1001"), ("password", Browser.password)]
                #expect(try await browsers[1].post("/login", fields).status == 403)
                browsers[1].forget("__Host-visit")
                #expect(try await browsers[1].post("/login", fields).status == 403)
            }
        }
    }

    @Test func `a password is kept as scrypt with its own salt, and matches itself alone`() throws {
        let cost = PasswordHash.Cost(exponent: 4, blockSize: 1, parallelism: 1)
        let one = try PasswordHash("测试口令 abc", salt: Data(repeating: 1, count: 16), cost: cost)
        let other = try PasswordHash("测试口令 abc", salt: Data(repeating: 2, count: 16), cost: cost)
        #expect(one.key != other.key)
        #expect(PasswordHash(one.text) == one)
        #expect(one.matches("测试口令 abc"))
        #expect(!one.matches("测试口令 abd"))
        #expect(!"\(one)".contains(one.key.base64EncodedString()))
        // RFC 7914, 12: P="", S="", N=16, r=1, p=1 begins with 77d6576238657b20.
        let vector = try PasswordHash("", salt: Data(), cost: cost)
        #expect(vector.key.hex.hasPrefix("77d6576238657b20"))
    }

    @Test(arguments: ["", "scrypt$4$1$1$AAAA", "bcrypt$4$1$1$AAAA$AAAA", "scrypt$x$1$1$AAAA$AAAA"])
    func `what is no kept password is none`(_ text: String) { #expect(PasswordHash(text) == nil) }

    @Test func `accounts with a bad name or a short password are refused`() async throws {
        try await withStore { store in
            let accounts = ReviewerAccounts.cheap(store.registry)
            let good = Reviewer(id: "r1", name: "测试审核员", role: .reviewer, isActive: true)
            let bad = Reviewer(id: "R 1", name: "测试审核员", role: .reviewer, isActive: true)
            let nameless = Reviewer(id: "r2", name: "  ", role: .reviewer, isActive: true)
            await #expect(throws: ReviewerFault.wrongID("R 1")) {
                try await accounts.add(bad, password: Browser.password, by: "test")
            }
            await #expect(throws: ReviewerFault.nameMissing) {
                try await accounts.add(nameless, password: Browser.password, by: "test")
            }
            await #expect(throws: ReviewerFault.passwordTooShort(least: 12)) {
                try await accounts.add(good, password: "short", by: "test")
            }
            try await accounts.add(good, password: Browser.password, by: "test")
            await #expect(throws: ReviewerFault.exists("r1")) {
                try await accounts.add(good, password: Browser.password, by: "test")
            }
            await #expect(throws: ReviewerFault.unknown("r9")) {
                try await accounts.setActive(false, of: "r9", by: "test")
            }
        }
    }
}
