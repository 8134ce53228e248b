import Foundation
import Glibc
import Logging
import Synchronization

/// The kiosk's log: a file, because the terminal is the screen.
struct FileLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info
    private let file: Sink?

    /// - Parameter path: nil for no log at all.
    static func logger(at path: String?) throws(SettingsProblem) -> Logger {
        var sink: Sink?
        if let path { sink = try Sink(path: path) }
        let handler = FileLog(file: sink)
        return Logger(label: "kiosk") { _ in handler }
    }

    private init(file: Sink?) { self.file = file }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        guard let file else { return }
        var metadata = metadata.merging(event.metadata ?? [:]) { $1 }
        if let error = event.error { metadata["error"] = "\(error)" }
        let details =
            metadata
            .map { "\($0.key)=\($0.value)" }.sorted().joined(separator: " ")
        let line = "\(Date().ISO8601Format()) \(event.level) \(event.message) \(details)"
        file.append(line.split(whereSeparator: \.isNewline).joined(separator: " ") + "\n")
    }

    private final class Sink: Sendable {
        private let handle: Mutex<FileHandle>

        /// Appends, so that a rotation may cut the file under the running program.
        init(path: String) throws(SettingsProblem) {
            let descriptor = Glibc.open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw SettingsProblem("\(path): the log cannot be written") }
            handle = Mutex(FileHandle(fileDescriptor: descriptor, closeOnDealloc: true))
        }

        /// A full disk costs the log, never the kiosk.
        func append(_ line: String) { handle.withLock { try? $0.write(contentsOf: Data(line.utf8)) } }
    }
}
