import CentralAPI
import Core
import Foundation
import Testing

@testable import Central

/// The program itself: two listeners, accounts by its command.
@Suite(.serialized)
struct OfficeServingTests {
    @Test func `a reviewer of the command's making logs in at the back office, where no kiosk is served`() async throws
    {
        try await withFolder { folder in
            let store = try await ServedStore(in: folder, backOffice: .init(port: 0))
            #expect(try store.addReviewer("r1001").output == "r1001 added\n")
            let process = try CentralProcess(store)
            let port = try #require(process.backOffice)
            #expect(port != process.port)
            try await withBrowsers(trusting: store.hosts, port: port) { (browsers: [Browser]) async throws in
                #expect(try await browsers[0].logIn("r1001").location == "/queue")
                #expect(try await browsers[0].get("/queue").html.contains("没有符合条件的申请"))
                #expect(try await browsers[0].get("/v1/changes?after=0&wait=0").status == 404)
            }
            try await withKiosk(store.hosts.host("kiosk-001"), trusting: store.hosts, port: process.port) {
                (kiosk: KioskClient) async throws in
                #expect(try await kiosk.send(.get, "/login").status == 404)
            }
            let log = try store.logged
            #expect(log.contains("/queue") && !log.contains("测试审核员") && !log.contains(Browser.password))
            #expect(process.stop() == 0)
        }
    }

    @Test func `accounts are listed, and a made-up password is printed once`() async throws {
        try await withFolder { folder in
            let store = try await ServedStore(in: folder)
            let config = ["--config", store.settingsFile.path()]
            let added = try CentralProcess.run(
                ["reviewer", "add", "s1", "--name", "测试主管", "--role", "supervisor"] + config)
            #expect(added.output.wholeMatch(of: /s1: [2-9a-z]{20}\n/) != nil)
            #expect(try CentralProcess.run(["reviewer", "disable", "s1"] + config).status == 0)
            #expect(try CentralProcess.run(["reviewer", "list"] + config).output == "s1\tsupervisor\toff\t测试主管\n")
            let again = try CentralProcess.run(["reviewer", "add", "s1", "--name", "测试主管"] + config)
            #expect(again.status != 0)
            #expect(again.error.contains("there is a reviewer s1 already"))
        }
    }
}
