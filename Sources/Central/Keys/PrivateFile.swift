import Foundation

/// Files that only the store may read.
enum PrivateFile {
    /// Mode 0600 from its first byte on; never replaces a file.
    static func create(_ content: Data, at file: URL) throws {
        let path = file.path()
        guard !FileManager.default.fileExists(atPath: path) else {
            throw CocoaError(.fileWriteFileExists, userInfo: [NSFilePathErrorKey: path])
        }
        let made = FileManager.default.createFile(
            atPath: path, contents: content, attributes: [.posixPermissions: NSNumber(value: 0o600)])
        guard made else { throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path]) }
    }

    /// Appears under its name whole or not at all: whoever watches the folder never reads half a file.
    static func replace(_ content: Data, at file: URL) throws {
        let draft = file.deletingLastPathComponent().appending(path: ".\(file.lastPathComponent).\(UUID().uuidString)")
        try create(content, at: draft)
        guard rename(draft.path(), file.path()) == 0 else {
            try? FileManager.default.removeItem(at: draft)
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: file.path()])
        }
    }
}
