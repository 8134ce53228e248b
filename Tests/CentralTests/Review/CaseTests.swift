import Core
import Documents
import Foundation
import NIOHTTP1
import Testing

@testable import Central

/// The page of one application.
struct CaseTests {
    @Test func `every edition of a certificate is there for reviewers, and its holder has the present one`()
        async throws
    {
        let press = try PaperPress(fonts: Fonts.directory)
        try await withOffice(automaticAcceptance: true, certifyingWith: press) { (office: OpenOffice) async throws in
            let store = office.store
            let (application, other) = (try await store.approved(), try await store.accepted(1))
            let (session, certificate) = (try await store.session(), try await store.certificate())
            func collect() async throws -> Data {
                _ = try await store.submit(.collect(certificate.id), store.subject(of: certificate))
                return try await store.registry.certificatePaper(certificate.id, for: session).pdf
            }
            let first = try await collect()
            let renamed = Enterprise(code: Samples.enterprise().code, name: "上海更名示例建筑设计有限公司")
            try await store.register(renamed)
            #expect(try await store.submit(.rename(renamed), ApplicationID(UUID())) == .noted)
            store.clock.advance(seconds: 60)
            let second = try await collect()
            #expect(first != second)
            let editions = try await store.registry.database.read { try $0.editions(of: certificate.id) }
            let kept = try await store.registry.database.read { database in
                try editions.map { try database.certificatePaper(certificate.id, $0.edition) }
            }
            #expect(kept == [second, first])
            try await office.work { (browser: Browser) async throws in
                let page = try await browser.get("/applications/\(application.id)").html
                #expect(page.contains("第 2 版") && page.contains("第 1 版") && page.contains("旧版，留存备查"))
                for edition in editions {
                    let path = "certificates/\(certificate.id)/\(edition.edition)"
                    #expect(page.contains("/applications/\(application.id)/\(path)"))
                    #expect(try await browser.get("/applications/\(application.id)/\(path)").status == 200)
                    // Through its own holder's case only.
                    #expect(try await browser.get("/applications/\(other.id)/\(path)").status == 404)
                }
            }
            #expect(try await store.acts().contains { $0.hasPrefix("opened edition") })
        }
    }

    @Test func `numbers are masked until the reviewer asks, and that stands in the audit`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            let id = try await office.store.sealed()
            let identity = try Samples.identity()
            try await office.work { (browser: Browser) async throws in
                let masked = try await browser.get("/applications/\(id)")
                #expect(masked.html.contains(identity.name))
                #expect(masked.html.contains(identity.number.masked))
                #expect(!masked.html.contains(identity.number.text))
                #expect(!masked.html.contains(try Samples.phone().digits))
                let form = [("form", try #require(masked.token))]
                let full = try await browser.post("/applications/\(id)/numbers", form)
                #expect(full.html.contains(identity.number.text))
                #expect(full.html.contains(try Samples.phone().digits))
                #expect(
                    try await office.store.acts(of: "reviewer r1001") == [
                        "logged in", "opened \(id)", "numbers shown of \(id)",
                    ])
            }
        }
    }

    @Test func `names and reasons that are markup stand there as text`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            let evil = "<script>alert(1)</script>"
            let name = "\(evil)\"'><img src=x onerror=alert(2)>"
            let number = try Samples.identity().number.text
            try await office.store.registry.database.write { session in
                try session.run("UPDATE qualifications SET name = ? WHERE number = ?", evil, number)
                try session.run("UPDATE enterprises SET name = ? WHERE code = ?", name, Samples.enterprise().code)
            }
            let card = try Samples.identity()
            let identity = IdentityRecord(
                number: card.number, name: evil, sex: card.sex, nation: card.nation, birth: card.birth,
                address: card.address, issuingAuthority: card.issuingAuthority, validFrom: card.validFrom,
                validity: card.validity)
            _ = try await office.store.registered()
            _ = try await office.store.registry.openApplicantSession(identity, kiosk: TestStore.kiosk)
            var form = try Samples.form()
            form.enterpriseName = name
            form.enterprise = Enterprise(code: Samples.enterprise().code, name: name)
            let id = ApplicationID(UUID())
            _ = try await office.store.submit(.save(identity: identity, form: .initial(form)), id).status()
            _ = try await office.store.sign(id).status()
            _ = try await office.store.enterpriseSession()
            _ = try await office.store.seal(id).status()
            try await office.work { (browser: Browser) async throws in
                _ = try await browser.act("requireCorrection", on: id, [("item", evil), ("text", evil)])
                let query = evil.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
                for path in [
                    "/applications/\(id)", "/queue?state=correctionRequired", "/queue?number=\(query)",
                    "/applications/\(id)?done=\(query)",
                ] {
                    let html = try await browser.get(path).html
                    #expect(!html.contains("<script") && !html.contains("<img src=x"), "\(path)")
                }
                let html = try await browser.get("/applications/\(id)").html
                #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
                #expect(html.contains("<li>&lt;script&gt;"))
            }
        }
    }

    @Test(arguments: SignatureFinding.allCases)
    func `a signature that does not hold is told in words`(_ finding: SignatureFinding) async throws {
        try await withOffice { (office: OpenOffice) async throws in
            let id = try await office.store.sealed()
            try await office.work { (browser: Browser) async throws in
                let good = try await browser.get("/applications/\(id)").html
                #expect(good.matches(of: /✓ 通过/).count == 2)
                office.store.papers.find(finding)
                let bad = try await browser.get("/applications/\(id)").html
                #expect(bad.matches(of: /✕ 不通过/).count == 2)
                #expect(bad.contains(finding.officeWord))
            }
        }
    }

    @Test func `real signatures are verified again, each by the name in its certificate`() async throws {
        let press = try PaperPress(fonts: Fonts.directory)
        try await withStore(automaticAcceptance: false, inspectingWith: press) { store in
            _ = try await store.registered()
            let saved = try await store.save()
            let form = try await store.typeset(try await store.registration(saved.id), with: press)
            let signed = try await store.personallySigned(form, with: press)
            _ = try await store.sign(saved.id, pdf: signed).status()
            _ = try await store.enterpriseSession()
            let sealed = try await store.sealed(signed, by: try store.card(), with: press)
            _ = try await store.seal(saved.id, pdf: sealed).status()
            let good = try #require(try await store.registry.reviewCase(saved.id)).checks
            #expect(good.map(\.finding) == [nil, nil])
            #expect(good.map(\.signer) == [try Samples.identity().name, "测试卡"])
            // A file that was changed in the store's own table.
            try await store.registry.database.write { session in
                var changed = sealed
                changed[changed.count / 2] ^= 1
                try session.run("UPDATE papers SET content = ? WHERE kind = 'sealedForm'", changed)
            }
            let bad = try #require(try await store.registry.reviewCase(saved.id)).checks
            #expect(bad[0].finding == nil)
            #expect(bad[1].finding != nil)
        }
    }

    @Test func `a scan and a brought photo open as what they are, in a page that can do nothing`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            let store = office.store
            _ = try await store.registered()
            let id = ApplicationID(UUID())
            let photo = Samples.attachment(.photo, Samples.photo(saying: "office"))
            var form = try Samples.form()
            form.qualification = QualificationCertificate(
                place: .elsewhere, province: .jiangsu, number: "JS1", issued: try Samples.day(2025, 1, 2))
            form.qualificationScan = Samples.scan.file
            form.photo = photo.file
            for file in [Samples.scan, photo, Samples.proof] { _ = try await store.submit(.attach(file), id) }
            let saved = try await store.submit(
                .save(identity: try Samples.identity(), form: .initial(form)), id)
            #expect(try saved.status().state == .saved)
            _ = try await store.sign(id).status()
            _ = try await store.enterpriseSession()
            _ = try await store.seal(id).status()
            try await office.visit { (browsers: [Browser]) async throws in
                let browser = browsers[0]
                let scan = "/applications/\(id)/papers/\(Samples.scan.file.digest)"
                #expect(try await browser.get(scan).status == 303)
                _ = try await browser.logIn("r1001")
                #expect(try await browser.get("/applications/\(id)").html.contains(scan))
                let page = try await browser.get(scan)
                #expect(page.status == 200 && page.body == Samples.scan.content)
                #expect(page.headers.first(name: "content-type") == "application/pdf")
                #expect(page.headers.first(name: "content-disposition")?.hasPrefix("inline") == true)
                let policy = page.headers.first(name: "content-security-policy") ?? ""
                #expect(policy.contains("default-src 'none'") && !policy.contains("script-src"), "\(policy)")
                let picture = try await browser.get("/applications/\(id)/photo")
                #expect(picture.body == photo.content && picture.headers.first(name: "content-type") == "image/jpeg")
                #expect(picture.headers.first(name: "content-security-policy")?.contains("sandbox") == true)
                for answer in [page, picture] {
                    #expect(answer.headers.first(name: "x-content-type-options") == "nosniff")
                    #expect(answer.headers.first(name: "cache-control") == "no-store")
                    #expect(answer.headers.first(name: "cross-origin-resource-policy") == "same-origin")
                }
                // Handed in, and named by no form: nobody's to see.
                let unnamed = "/applications/\(id)/papers/\(Samples.proof.file.digest)"
                #expect(try await browser.get(unnamed).status == 404)
            }
        }
    }

    @Test func `papers open as PDF, void ones too; what is not of this application does not`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            let id = try await office.store.sealed()
            let other = try await office.store.sealed(1, employer: 1)
            try await office.work { (browser: Browser) async throws in
                let digest = try #require(try await office.store.registration(id).papers.first).digest
                let page = try await browser.get("/applications/\(id)/papers/\(digest)")
                #expect(page.status == 200)
                #expect(page.headers.first(name: "content-type") == "application/pdf")
                #expect(page.body == Data("signed".utf8))
                _ = try await browser.act("requireCorrection", on: id, [("text", "示例")])
                #expect(try await browser.get("/applications/\(id)").html.contains("作废"))
                #expect(try await browser.get("/applications/\(id)/papers/\(digest)").status == 200)
                let unknown = String(repeating: "ab", count: 32)
                #expect(try await browser.get("/applications/\(other)/papers/\(unknown)").status == 404)
                #expect(try await browser.get("/applications/\(id)/papers/x").status == 404)
                let photo = try await browser.get("/applications/\(id)/photo")
                #expect(photo.body == Samples.photo)
                #expect(
                    try await office.store.acts(of: "reviewer r1001").contains {
                        $0.hasPrefix("opened paper \(digest.hex.prefix(8))")
                    })
            }
        }
    }

    @Test func `every field has its label, and every page one heading`() async throws {
        try await withOffice { (office: OpenOffice) async throws in
            let id = try await office.store.sealed()
            try await office.work(as: "s2001") { (browser: Browser) async throws in
                for path in ["/queue", "/applications/\(id)", "/reviewers", "/audit"] {
                    let html = try await browser.get(path).html
                    #expect(html.matches(of: /<h1>/).count == 1, "\(path)")
                    #expect(html.contains("<html lang=\"zh-CN\">"))
                    let named = html.matches(of: /<(?:input|select|textarea)[^>]*? id="([^"]+)"/).map { String($0.1) }
                    for id in named { #expect(html.contains("<label for=\"\(id)\""), "\(path) \(id)") }
                    let fields = html.matches(of: /<(?:input|select|textarea)(?![^>]*type="hidden")/).count
                    #expect(fields == named.count, "\(path)")
                    let ids = html.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
                    #expect(Set(ids).count == ids.count, "\(path)")
                }
            }
        }
    }
}
