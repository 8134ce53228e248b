import CentralAPI
import Core
import Foundation
import NIOHTTP1
import Testing

@testable import Central

struct SupportTests {
    private func bundle(_ number: UInt8) -> SupportUpload { SupportUpload(bundle: Data([0x30, number])) }

    @Test func `a support bundle is kept as it came`() async throws {
        try await withStore { store in
            _ = try await store.registry.keepSupportBundle(bundle(1), kiosk: TestStore.kiosk)
            let entry = try #require(try await store.registry.database.read { try $0.supportBundles() }.first)
            #expect(entry.kiosk == TestStore.kiosk && entry.size == 2)
            #expect(
                try await store.registry.database.read { try $0.supportBundle(entry.id)?.content } == Data([0x30, 1]))
            #expect(try await store.registry.database.read { try $0.supportBundle("other")?.content } == nil)
        }
    }

    @Test func `of each kiosk the newest few are kept`() async throws {
        try await withStore { store in
            _ = try await store.registry.keepSupportBundle(bundle(99), kiosk: "kiosk-other")
            for number in 1...8 as ClosedRange<UInt8> {
                store.clock.advance(seconds: 60)
                _ = try await store.registry.keepSupportBundle(bundle(number), kiosk: TestStore.kiosk)
            }
            let entries = try await store.registry.database.read { try $0.supportBundles() }
            #expect(entries.map(\.kiosk) == Array(repeating: TestStore.kiosk, count: 5) + ["kiosk-other"])
            #expect(
                try await store.registry.database.read { try $0.supportBundle(entries[0].id)?.content }
                    == Data([0x30, 8]))
        }
    }

    @Test(arguments: [Data(), Data("text".utf8)])
    func `what is no bundle is not kept`(_ data: Data) async throws {
        try await withStore { store in
            await #expect(throws: Problem.self) {
                try await store.registry.keepSupportBundle(SupportUpload(bundle: data), kiosk: TestStore.kiosk)
            }
            let kept = try await store.registry.database.read { try $0.supportBundles() }
            #expect(kept.isEmpty)
        }
    }

    @Test func `supervisors see each kiosk's bundles with time and size, and download one as it came`() async throws {
        try await withOffice { office in
            let registry = office.store.registry
            let large = SupportUpload(bundle: Data([0x30]) + Data(repeating: 7, count: 5_000))
            _ = try await registry.keepSupportBundle(large, kiosk: "kiosk-<7>")
            let at = office.store.clock.now.officeText
            office.store.clock.advance(seconds: 60)
            _ = try await registry.keepSupportBundle(bundle(2), kiosk: TestStore.kiosk)
            try await office.work(as: "s2001") { (browser: Browser) async throws in
                let page = try await browser.get("/fleet")
                let rows = page.html.split(separator: "<tr>").filter { $0.contains("/fleet/support/") }
                #expect(rows.count == 2 && rows[0].contains(TestStore.kiosk) && rows[0].contains("1 KB"))
                #expect(rows[1].contains("kiosk-&lt;7&gt;") && rows[1].contains("5 KB") && rows[1].contains(at))
                let link = try #require(rows[1].firstMatch(of: /href="([^"]+)"/))
                let file = try await browser.get(String(link.1))
                #expect(file.status == 200 && file.body == large.bundle)
                #expect(file.headers.first(name: "content-type") == "application/pkcs7-mime")
                let name = String(link.1.split(separator: "/")[2].prefix(8))
                #expect(
                    file.headers.first(name: "content-disposition") == "attachment; filename=\"support-\(name).p7m\"")
                #expect(file.headers.first(name: "content-security-policy")?.hasPrefix("default-src 'none'") == true)
                #expect(file.headers.first(name: "cache-control") == "no-store")
                #expect(
                    try await office.store.acts(of: "reviewer s2001").last
                        == "downloaded support bundle \(name) of kiosk-<7>")
            }
        }
    }

    @Test func `another role, nobody, an unknown name and a path from outside get no bundle`() async throws {
        try await withOffice { office in
            let registry = office.store.registry
            _ = try await registry.keepSupportBundle(bundle(1), kiosk: TestStore.kiosk)
            let kept = try #require(try await registry.database.read { try $0.supportBundles() }.first)
            try await office.work { (browser: Browser) async throws in
                let page = try await browser.get("/fleet/support/\(kept.id)")
                #expect(page.status == 403 && page.html.contains("没有权限"))
            }
            try await office.visit { (browsers: [Browser]) async throws in
                #expect(try await browsers[0].get("/fleet/support/\(kept.id)").location == "/login")
            }
            try await office.work(as: "s2001") { (browser: Browser) async throws in
                for name in [
                    UUID().uuidString.lowercased(), kept.id.uppercased(), "%25", "..%2F..%2Fcentral.sqlite",
                    "../../central.sqlite", "\(kept.id)/x", "",
                ] {
                    #expect(try await browser.get("/fleet/support/\(name)").status == 404, "\(name)")
                }
            }
            for actor in ["reviewer r1001", "reviewer s2001"] {
                #expect(try await office.store.acts(of: actor).allSatisfy { !$0.contains("support bundle") })
            }
        }
    }

    @Test func `what a kiosk has brought over TLS a supervisor downloads from the program's back office`() async throws
    {
        try await withFolder { folder in
            let store = try await ServedStore(in: folder, backOffice: .init(port: 0))
            #expect(try store.addReviewer("s2001", as: .supervisor).status == 0)
            let process = try CentralProcess(store)
            try await withKiosk(store.hosts.host("kiosk-007"), trusting: store.hosts, port: process.port) {
                (kiosk: KioskClient) async throws in
                _ = try await kiosk.ask(Endpoints.keepSupportBundle, bundle(9))
            }
            let port = try #require(process.backOffice)
            try await withBrowsers(trusting: store.hosts, port: port) { (browsers: [Browser]) async throws in
                #expect(try await browsers[0].logIn("s2001").location == "/queue")
                let page = try await browsers[0].get("/fleet")
                #expect(page.html.contains("还没有自助机上报过状态") && page.html.contains("kiosk-007"))
                let link = try #require(page.html.firstMatch(of: /href="(\/fleet\/support\/[^"]+)"/))
                #expect(try await browsers[0].get(String(link.1)).body == bundle(9).bundle)
            }
            #expect(process.stop() == 0)
        }
    }
}
