import Foundation
import Logging
import Synchronization

/// The kiosk's log: a file, because the terminal is the screen.
struct FileLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info
    private let file: Sink?

    /// - Parameter path: nil for no log at all.
    static func logger(at path: String?) throws -> Logger {
        let sink = try path.map { try Sink(path: $0) }
        return Logger(label: "kiosk") { _ in FileLog(file: sink) }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        guard let file else { return }
        let details = metadata.merging(event.metadata ?? [:]) { $1 }
            .map { "\($0.key)=\($0.value)" }.sorted().joined(separator: " ")
        file.append("\(Date().ISO8601Format()) \(event.level) \(event.message) \(details)\n")
    }

    private final class Sink: Sendable {
        private let handle: Mutex<FileHandle>

        init(path: String) throws {
            if !FileManager.default.fileExists(atPath: path) {
                _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            }
            guard let opened = FileHandle(forWritingAtPath: path) else {
                throw SettingsProblem("\(path): the log cannot be written")
            }
            try opened.seekToEnd()
            handle = Mutex(opened)
        }

        /// A full disk costs the log, never the kiosk.
        func append(_ line: String) { handle.withLock { try? $0.write(contentsOf: Data(line.utf8)) } }
    }
}
