import Core
import Foundation
import VirtualDevices

/// Somebody in front of the kiosk, who goes the usual way as far as wanted and does other things in between.
final class Visit {
    let hall: Hall
    let kiosk: KioskTerminal
    let person: WalkPerson
    private let finger: Finger
    private let walk: Walk

    /// - Parameter folder: for what the walk leaves; see `WalkReport`.
    init(_ hall: Hall, _ kiosk: KioskTerminal, _ folder: URL, person: WalkPerson = WalkPerson(), isQuiet: Bool = false)
        throws
    {
        self.hall = hall
        self.kiosk = kiosk
        self.person = person
        walk = Walk(
            hall: hall, kiosk: kiosk, report: try WalkReport(into: folder, isQuiet: isQuiet), person: person)
        finger = walk.finger
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

    /// 十 with a finger, where a character can be written; it stands among those to choose from then.
    func write() async throws {
        finger.writeCharacter()
        try await wait("for what was written") { finger.rows.contains { $0.contains("│ 十 │") } }
    }

    /// What stands before the cursor.
    var typed: String {
        let line = finger.rows.first { $0.contains("▏") } ?? ""
        return line.split(separator: "▏")[0].filter { !$0.isWhitespace && $0 != "║" }
    }

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
        guard let code = hall.store.messages.last(where: { $0.code != nil })?.code else {
            throw Finger.Failure.notOnScreen("a code on the phone", screen: finger.rows)
        }
        return code
    }

    /// Six digits that are not the code.
    func enterWrongCode() async throws {
        try await type(String(try await code().map { $0 == "9" ? "0" : "9" }))
        try await touch("确定")
    }
}

extension String {
    /// Without what only lays a screen out.
    var condensed: String { filter { !$0.isWhitespace && !"│║┆".contains($0) } }
}
