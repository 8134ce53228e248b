import Foundation

/// A private directory (0700) with a path short enough for Unix sockets, whose names end at 107 bytes.
package struct RunDirectory: Sendable {
    package let path: String

    /// - Parameter prefix: ASCII, a few characters.
    package init(prefix: String = "hall") throws {
        var template = Array("/tmp/\(prefix).XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw POSIXError(errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// A name inside.
    package func path(_ name: String) -> String { "\(path)/\(name)" }

    /// A directory inside, made if missing (0700).
    package func directory(_ name: String) throws -> String {
        let inner = self.path(name)
        try FileManager.default.createDirectory(
            atPath: inner, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return inner
    }

    /// Deletes it with all that is inside.
    package func remove() { try? FileManager.default.removeItem(atPath: path) }
}
