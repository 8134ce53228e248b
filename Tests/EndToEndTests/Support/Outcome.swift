import Core
import Foundation
import Testing
import VirtualDevices

@testable import Demo

extension Visit {
    /// Exactly one application, accepted, and exactly one sheet.
    func expectOneApplicationAndOneSheet() async throws {
        let folder = URL(fileURLWithPath: try hall.directory.directory("papers"))
        let stored = try await hall.store.applications(papers: folder)
        #expect(stored.map(\.state) == ["accepted"])
        #expect(hall.printRoom.printer.sheets.count == 1)
    }

    /// Still there when pcscd, which looks every 400 ms, has told the rest.
    func expectToStay(_ words: String) async throws {
        try await Task.sleep(for: .seconds(1))
        #expect(shows(words), "\(screen)")
    }

    /// What was entered on the form still stands there.
    func expectFilledForm() {
        #expect(shows(employer.name) && shows("02164680000"), "\(screen)")
    }

    /// Nothing of the person is left to be seen.
    func expectNobody() {
        for secret in Secrets.all { #expect(!screen.condensed.contains(secret), "\(screen)") }
    }
}
