import Foundation

/// What a walk leaves behind: each step on standard output, the screens as text, the seconds.
final class WalkReport {
    private(set) var seconds: [(step: String, seconds: Double)] = []
    private(set) var notes: [String] = []
    private let folder: URL
    private let isQuiet: Bool
    private let start = Date()
    private var present: (step: WalkStep, since: Date)?
    private var screens = 0

    /// - Parameters:
    ///   - folder: emptied, and made if missing.
    ///   - isQuiet: whether it says nothing on standard output.
    init(into folder: URL, isQuiet: Bool = false) throws {
        self.folder = folder
        self.isQuiet = isQuiet
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("screens"), withIntermediateDirectories: true)
    }

    var total: Double { Date().timeIntervalSince(start) }

    /// The steps that were seen, each once.
    var steps: [String] {
        var seen: Set<String> = []
        return seconds.map(\.step).filter { seen.insert($0).inserted }
    }

    func arrive(at step: WalkStep, rows: [String]) {
        guard present?.step != step else { return }
        close()
        present = (step, Date())
        screens += 1
        say(String(format: "%6.1f s  %@  %@", total, step.rawValue, step.chinese))
        let name = String(format: "screens/%02d-%@.txt", screens, step.rawValue)
        try? Data((rows.joined(separator: "\n") + "\n").utf8).write(to: folder.appendingPathComponent(name))
    }

    func note(_ text: String) {
        notes.append(text)
        say(String(format: "%6.1f s  ! %@", total, text))
    }

    func finish() { close() }

    private func say(_ line: String) { if !isQuiet { Console.say(line) } }

    private func close() {
        guard let present else { return }
        seconds.append((present.step.rawValue, Date().timeIntervalSince(present.since)))
        self.present = nil
    }
}
