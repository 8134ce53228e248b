import Foundation
import Testing

@testable import Demo

extension WholeHall {
    /// The scripted walk on the real parts: pcscd, cupsd, an IPP printer, the store over TLS, the kiosk in a terminal.
    struct WalkTests {
        private struct Summary: Decodable {
            let noticeNumber: String
            let applicationID: String
            let state: String
            let applications: Int
            let sheets: Int
            let sha256: [String: String]
            let seconds: [String: Double]
        }

        @Test func `a walk-in ends with one application, one sheet, and papers that others trust`() throws {
            try withOutput { folder in
                let walk = try Programs.run("virtual-devices", ["demo", "--scripted", "--output", folder.path])
                try #require(walk.status == 0, "\(walk.output)")
                let data = try Data(contentsOf: folder.appendingPathComponent("summary.json"))
                let summary = try JSONDecoder().decode(Summary.self, from: data)
                #expect(summary.state == "accepted")
                #expect(summary.applications == 1)
                #expect(summary.sheets == 1)
                #expect(Set(summary.sha256.keys) == ["form", "notice"])
                #expect(UUID(uuidString: summary.applicationID) != nil)
                #expect(summary.seconds.count > 20)
                try expectTrust(in: folder)
                try expectNotice(in: folder, number: summary.noticeNumber)
                try expectMaskedScreens(in: folder)
            }
        }

        /// pyHanko must trust both signatures, find both papers unchanged, and after the first nothing but the second.
        private func expectTrust(in folder: URL) throws {
            let opinion = try Programs.run(
                executable: Programs.witness,
                [
                    Programs.root.appendingPathComponent("Tests/EndToEndTests/Support/witness.py").path,
                    folder.appendingPathComponent("trust.pem").path, folder.appendingPathComponent("form.pdf").path,
                ])
            #expect(
                opinion.output.split(separator: "\n") == [
                    "personal: trusted intact allowed FORM_FILLING", "enterprise: trusted intact allowed NONE",
                ], "\(opinion.output)")
        }

        private func expectNotice(in folder: URL, number: String) throws {
            let pdf = folder.appendingPathComponent("notice.pdf").path
            let text = try Programs.run(executable: URL(fileURLWithPath: "/usr/bin/pdftotext"), [pdf, "-"]).output
            #expect(text.contains(number))
            #expect(text.contains("第1次打印"))
            #expect(!text.condensed.contains(Secrets.number))
        }

        private func expectMaskedScreens(in folder: URL) throws {
            let screens = folder.appendingPathComponent("screens")
            for name in try FileManager.default.contentsOfDirectory(atPath: screens.path) {
                let text = try String(contentsOf: screens.appendingPathComponent(name), encoding: .utf8)
                #expect(!text.condensed.contains(Secrets.number), "\(name)")
            }
        }
    }
}
