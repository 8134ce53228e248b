import Foundation
import Testing
import VirtualDevices

@testable import Demo

extension WholeHall {
    /// A kiosk whose settings bring a one-use code, on the real store over TLS.
    struct EnrolmentTests {
        @Test func `a kiosk says why it does not serve, and serves by itself as soon as the store has certified it`()
            async throws
        {
            try await withEnrollingKiosk { hall in
                hall.network.cut()
                return "kiosk-001"
            } body: { visit, kiosk in
                try await visit.wait(for: "A-05", "本机尚未登记", "业务系统联系不上", "The store cannot be reached")
                let pid = kiosk.pid
                visit.hall.network.mend()
                try await visit.wait(for: "请选择办理方式")
                // The same process, from its beginning: a service manager has seen no end.
                #expect(kiosk.pid == pid && kiosk.starts == 1)
                let roll = try await visit.hall.store.run(["kiosk", "list", "--config", visit.hall.store.settings])
                #expect(roll.hasPrefix("kiosk-001\tcertified until "))
                // What it has is what it starts with; the code is passed over.
                kiosk.kill()
                try await visit.wait("for the second start") { kiosk.starts == 2 }
                try await visit.wait(for: "请选择办理方式")
            }
        }

        @Test func `a code for another kiosk is refused in words`() async throws {
            try await withEnrollingKiosk { _ in
                "kiosk-002"
            } body: { visit, _ in
                try await visit.wait(for: "A-05", "登记码不是本机的", "compare name and code")
            }
        }

        /// - Parameter prepare: answers for which kiosk the code is.
        private func withEnrollingKiosk(
            _ prepare: (Hall) -> String, body: (Visit, KioskTerminal) async throws -> Void
        ) async throws {
            try await withVisit(
                columns: 100, rows: 40,
                prepare: { hall in
                    let name = prepare(hall)
                    try Self.exchangeCertificate(
                        in: hall, for: ["code": try await hall.store.enrolmentCode(of: name)])
                }
            ) { visit in try await body(visit, visit.kiosk) }
        }

        private static func exchangeCertificate(in hall: Hall, for enrolment: [String: String]) throws {
            let file = URL(fileURLWithPath: KioskSettingsFile.path(in: hall.directory))
            var settings = try #require(
                try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
            var store = try #require(settings["store"] as? [String: Any])
            store["certificate"] = nil
            store["key"] = nil
            store["enrolment"] = enrolment
            settings["store"] = store
            try JSONSerialization.data(withJSONObject: settings).write(to: file)
        }
    }
}
