import Core
import Foundation
import TerminalEmulator
import Testing
import VirtualDevices

@testable import Demo

/// Somebody in front of a kiosk of its own, in a hall of its own.
final class Visit {
    let hall: Hall
    let kiosk: KioskTerminal
    private let finger: Finger
    private let walk: Walk

    fileprivate init(_ hall: Hall, _ kiosk: KioskTerminal, _ folder: URL) throws {
        self.hall = hall
        self.kiosk = kiosk
        finger = Finger(kiosk)
        walk = Walk(hall: hall, kiosk: kiosk, report: try WalkReport(into: folder))
    }

    var applicant: IdentityRecord { SamplePeople.applicant.identity }
    var employer: Enterprise { hall.cards.enterprise }

    // MARK: What is to be seen

    var screen: String { finger.rows.joined(separator: "\n") }

    /// Blanks, boxes and line breaks do not count.
    func shows(_ words: String) -> Bool { screen.condensed.contains(words.condensed) }

    /// Waits as long as a patient person would.
    func wait(for words: String...) async throws {
        try await wait("for “\(words.joined(separator: "”, “"))”") { words.allSatisfy(shows) }
    }

    func wait(_ what: String, until isSo: () async throws -> Bool) async throws {
        for _ in 0..<400 {
            if try await isSo() { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw Finger.Failure.timedOut(what, screen: finger.rows)
    }

    // MARK: What is to be done

    /// Touches what carries this text, and waits for what follows.
    func touch(_ label: String, until words: String...) async throws {
        try await wait(for: label)
        try finger.touch(label)
        for words in words { try await wait(for: words) }
    }

    /// Keys of the keyboard on the screen.
    func type(_ text: String) async throws { try await finger.type(text) }

    /// Goes the usual way until this screen is there.
    func go(to step: WalkStep) async throws { try await walk.run { $0 == step } }

    /// Goes the usual way until this screen shows these words.
    func go(to step: WalkStep, showing words: String) async throws {
        try await walk.run { $0 == step && shows(words) }
    }

    /// Goes the usual way until the notice is out and everybody has left.
    func goToTheEnd() async throws { try await walk.run() }

    func lay(_ card: any VirtualCard, on role: ReaderRole) async { await hall.cards.place(card, on: role) }

    func take(_ role: ReaderRole) async { await hall.cards.remove(role) }

    /// The newest code on the applicant's phone.
    func code() async throws -> String {
        try await wait(for: "秒有效")
        return try #require(hall.store.messages.last { $0.code != nil }?.code)
    }

    /// Six digits that are not the code.
    func enterWrongCode() async throws {
        try await type(String(try await code().map { $0 == "9" ? "0" : "9" }))
        try await touch("确定")
    }
}

/// Lends a hall with a kiosk, and closes both in every case.
/// - Parameter codeLife: seconds that a code is valid.
func withVisit(codeLife: Int = 300, _ body: (Visit) async throws -> Void) async throws {
    let hall = try Hall(programs: .beside, codeLife: codeLife)
    let folder = URL(fileURLWithPath: hall.directory.path("walk"))
    do {
        try await hall.open()
        let kiosk = try KioskTerminal(hall.kioskProgram, columns: 80, rows: 30) {}
        do { try await body(Visit(hall, kiosk, folder)) } catch {
            await kiosk.close()
            throw error
        }
        await kiosk.close()
        await hall.close()
    } catch {
        await hall.close()
        throw error
    }
}

extension String {
    /// Without what only lays a screen out.
    var condensed: String { filter { !$0.isWhitespace && !"│║┆".contains($0) } }
}
