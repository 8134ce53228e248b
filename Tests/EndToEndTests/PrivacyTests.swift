import Core
import Foundation
import TerminalEmulator
import Testing
import VirtualDevices

@testable import Demo

extension WholeHall {
    struct PrivacyTests {
        @Test func `after the visits nothing on this machine's side names the person`() async throws {
            try await withVisit { visit in
                try await visit.goToTheEnd()
                visit.expectNobody()
                #expect(visit.kiosk.screen.scrollback.isEmpty)
                try expectNothing(in: visit.hall)
                await visit.kiosk.close()
                try expectNothing(in: visit.hall)
            }
        }

        @Test func `a draft that waits for its person names nobody on the disk`() async throws {
            try await withVisit { visit in
                try await visit.go(to: .form, showing: "[✓]")
                await visit.take(.identity)
                try await visit.wait(for: "没填完的申请表已保存")
                visit.expectNobody()
                try expectNothing(in: visit.hall)
                visit.kiosk.kill()
                try await visit.wait("for the next start") { visit.kiosk.starts == 2 }
                try expectNothing(in: visit.hall)
            }
        }

        /// The kiosk's database and log, the store's log, and what cupsd has written and kept; jobs go by their tokens.
        private func expectNothing(in hall: Hall) throws {
            let files = try FileManager.default.contentsOfDirectory(atPath: hall.directory.path)
            #expect(files.contains("kiosk.sqlite") && files.contains("kiosk.log") && files.contains("central.log"))
            let found = Secrets.found(inFilesOf: hall.directory.path) {
                $0.hasPrefix("kiosk") || $0.hasPrefix("device") || $0.hasPrefix("central") && $0.hasSuffix(".log")
            }
            #expect(found.isEmpty)
            let spool = Secrets.found(inFilesOf: hall.directory.path) { $0.hasPrefix("sms/") }
            #expect(!spool.isEmpty, "the search would have found a phone number")
            let cups = URL(fileURLWithPath: hall.printRoom.cups.socket).deletingLastPathComponent().path
            #expect(FileManager.default.fileExists(atPath: "\(cups)/log/error"))
            #expect(Secrets.found(inFilesOf: cups) { _ in true }.isEmpty)
            for sheet in hall.printRoom.printer.sheets { #expect(Secrets.found(in: Data(sheet.token.utf8)).isEmpty) }
        }
    }
}
