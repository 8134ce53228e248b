import Foundation
import Speech
import Synchronization
import Terminal

/// A folder in which every utterance becomes a WAV file instead of sound, and the troubles that were told.
struct SpeechDesk: Sendable {
    let folder: URL
    private let log = Log()

    private final class Log: Sendable {
        let troubles = Mutex<[String]>([])
    }

    /// The folder is gone when `body` is through.
    static func with<Result>(_ body: (SpeechDesk) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "speech-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(SpeechDesk(folder: folder))
    }

    var troubles: [String] { log.troubles.withLock { $0 } }

    /// Writes what it is given, and gives the file its last name when there is no more: the time, and, because two may
    /// end in the same tick of the clock, who wrote it.
    var filePlayer: [String] {
        ["sh", "-c", "cat > \"$0/$$.part\" && mv \"$0/$$.part\" \"$0/$(date +%s%N)-$$.wav\"", folder.path]
    }

    /// Plays nothing, for as long as it is let.
    var stuckPlayer: [String] { ["sh", "-c", "touch \"$0/$$.stuck\"; exec sleep 600", folder.path] }

    func voice(player: [String]? = nil, change: (inout SpeechSettings) -> Void = { _ in }) -> EspeakVoice {
        var settings = SpeechSettings()
        settings.player = player ?? filePlayer
        change(&settings)
        return EspeakVoice(settings) { [log] trouble in log.troubles.withLock { $0.append(trouble) } }
    }

    /// Files of a kind, oldest first.
    func files(_ kind: String) -> [URL] {
        let all = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return all.filter { $0.pathExtension == kind }.sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    /// What was played, once there is so much of it.
    func played(_ count: Int) async throws -> [Sound] {
        do { try await until { files("wav").count >= count } } catch let late as NotInTime {
            throw late.adding("\(files("wav").count) of \(count) played, \(files("part").count) open, \(troubles)")
        }
        return try files("wav").map { try Sound(Data(contentsOf: $0)) }
    }

    func stuck(_ count: Int = 1) async throws -> [pid_t] {
        try await until { files("stuck").count >= count }
        return files("stuck").compactMap { pid_t($0.deletingPathExtension().lastPathComponent) }
    }
}

struct NotInTime: Error, CustomStringConvertible {
    var description = "not in time; programs that still run: \(children(of: getpid()))"

    func adding(_ detail: String) -> NotInTime { NotInTime(description: "\(description); \(detail)") }
}

/// What /proc tells of every program that `parent` started and did not yet reap.
func children(of parent: pid_t, showing parts: [String] = ["cmdline"]) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { pid_t($0) }.filter { pid in
        guard let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
            let end = stat.lastIndex(of: ")")
        else { return false }
        return stat[end...].split(separator: " ").dropFirst(2).first == "\(parent)"
    }.map { pid in
        let parts = parts.map { FileManager.default.contents(atPath: "/proc/\(pid)/\($0)") }
        return String(decoding: parts.compactMap { $0 }.joined(), as: UTF8.self).replacing("\0", with: " ")
    }
}

func until(_ limit: Duration = .seconds(30), _ isSo: () -> Bool) async throws {
    let deadline = ContinuousClock.now + limit
    while !isSo() {
        guard ContinuousClock.now < deadline else { throw NotInTime() }
        try await Task.sleep(for: .milliseconds(5))
    }
}

extension Utterance {
    static func saying(_ text: String..., in language: SpokenLanguage = .chinese, urgency: Urgency = .polite)
        -> Utterance
    {
        Utterance(.news, text, in: language, urgency: urgency)
    }
}
