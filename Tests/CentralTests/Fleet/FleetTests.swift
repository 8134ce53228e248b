import CentralAPI
import Foundation
import Testing

@testable import Central

struct FleetTests {
    private static let at = Date(timeIntervalSince1970: 1_795_330_000)

    @Test func `the last report of each kiosk stands, with what happened to its versions, the newest first`()
        async throws
    {
        try await withStore { (store: TestStore) async throws in
            let registry = store.registry
            _ = try await registry.takeReport(.sample("1.0.0"), kiosk: "kiosk-002")
            _ = try await registry.takeReport(.sample("1.0.0"), kiosk: "kiosk-001")
            store.clock.advance(seconds: 60)
            _ = try await registry.takeReport(
                .sample { $0.appliance?.trial = .init(version: "1.1.0") }, kiosk: "kiosk-001")
            store.clock.advance(seconds: 60)
            let failed = KioskReport.sample {
                $0.appliance?.failed = [.init(version: "1.1.0", reason: "did not work: readers", at: Self.at)]
                $0.appliance?.site = .init(version: 3, failed: [4])
            }
            _ = try await registry.takeReport(failed, kiosk: "kiosk-001")
            _ = try await registry.takeReport(failed, kiosk: "kiosk-001")
            let fleet = try await registry.fleet()
            #expect(fleet.map(\.kiosk) == ["kiosk-001", "kiosk-002"])
            #expect(fleet[0].report == failed)
            #expect(
                fleet[0].notes.map(\.event) == [
                    .siteFailed(version: 4), .failed(version: "1.1.0", reason: "did not work: readers"),
                    .onTrial(version: "1.1.0"), .site(version: 3), .runs(version: "1.0.0"),
                ])
            #expect(fleet[1].notes.map(\.event) == [.site(version: 3), .runs(version: "1.0.0")])
        }
    }

    @Test func `no more than twenty events are kept of a kiosk`() async throws {
        try await withStore { (store: TestStore) async throws in
            for number in 1...30 {
                _ = try await store.registry.takeReport(.sample("1.\(number).0"), kiosk: "kiosk-001")
            }
            let notes = try #require(try await store.registry.fleet().first).notes
            #expect(notes.count == Registry.keptEvents)
            #expect(notes.first?.event == .runs(version: "1.30.0"))
        }
    }

    @Test func `a kiosk is silent when two periods have passed without a report`() async throws {
        try await withStore { (store: TestStore) async throws in
            _ = try await store.registry.takeReport(.sample(), kiosk: "kiosk-001")
            let entry = try #require(try await store.registry.fleet().first)
            #expect(!entry.isSilent(at: store.clock.now.addingTimeInterval(1_200)))
            #expect(entry.isSilent(at: store.clock.now.addingTimeInterval(1_201)))
        }
    }

    @Test func `a report that is too long is refused`() async throws {
        try await withStore { (store: TestStore) async throws in
            let long = KioskReport.sample { $0.hall = String(repeating: "长", count: 30_000) }
            await #expect(throws: Problem.self) { try await store.registry.takeReport(long, kiosk: "kiosk-001") }
            #expect(try await store.registry.fleet().isEmpty)
        }
    }

    @Test func `the page shows each machine to a supervisor, and what is wrong with it in words`() async throws {
        try await withOffice { office in
            let registry = office.store.registry
            _ = try await registry.takeReport(.sample("1.4.0"), kiosk: "kiosk-001")
            office.store.clock.advance(seconds: 1_300)
            let unwell = KioskReport.sample("1.3.0", ailments: [.init(.printer, code: "P-302")]) {
                $0.counts = .init(waitingEntries: 0, unknownOrders: 2)
                $0.appliance?.failed = [.init(version: "1.4.0", reason: "<did not start>", at: Self.at)]
                $0.troubles = [.init(code: "C-104", count: 7, at: Self.at)]
                $0.fetching = .init(digest: String(repeating: "a", count: 64), damaged: 2)
            }
            _ = try await registry.takeReport(unwell, kiosk: "kiosk-002")
            _ = try await registry.takeReport(
                KioskReport(hall: "示例大厅", machine: "1", program: "abcdef012345"), kiosk: "kiosk-desk")
            try await office.work(as: "s2001") { (browser: Browser) async throws in
                let html = try await browser.get("/fleet").html
                #expect(html.contains("共 3 台：失联 1 台，异常 1 台。"))
                for words in [
                    "kiosk-001", "‼ 失联", "<strong>1.4.0</strong>", "分区 A", "5f5f5f5f5f5f", "第 3 版", "! 异常",
                    "打印机：P-302", "2 份打印结果待人工确认", "&lt;did not start&gt;", "C-104（读卡），共 7 次",
                    "升级包下载后校验不符 2 次", "示例政务服务大厅 03 号", "非一体机", "abcdef012345", "✓ 正常",
                ] {
                    #expect(html.contains(words), "\(words)")
                }
                #expect(!html.contains("<did not start>") && !html.contains("<script"))
            }
        }
    }

    @Test func `a reviewer does not see the machines, and nobody without a login`() async throws {
        try await withOffice { office in
            try await office.work { (browser: Browser) async throws in
                #expect(try await browser.get("/fleet").status == 403)
                #expect(try await !browser.get("/queue").html.contains("/fleet"))
            }
            try await office.visit { (browsers: [Browser]) async throws in
                #expect(try await browsers[0].get("/fleet").location == "/login")
            }
        }
    }

    @Test func `a report over TLS stands under the name of the kiosk's certificate`() async throws {
        try await withServedStore { store, process in
            try await withKiosk(store.hosts.host("kiosk-007"), trusting: store.hosts, port: process.port) { kiosk in
                let answer = try await kiosk.ask(Endpoints.report, .sample())
                #expect(answer == KioskInstructions())
            }
            let database = try SQLiteDatabase(file: store.folder.appending(path: "central.sqlite"))
            let names = try await database.read { try $0.rows("SELECT kiosk FROM kiosk_reports") }
            #expect(try names.map { try $0.text("kiosk") } == ["kiosk-007"])
        }
    }
}
