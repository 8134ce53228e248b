package import Foundation
import Glibc

/// Writes that a power cut leaves whole or undone.
package enum DurableFile {
    /// Beside the old file first, then in its place.
    package static func write(_ data: Data, to path: String) throws {
        let beside = path + ".new"
        let descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: data)
        try handle.synchronize()
        try move(beside, to: path)
    }

    /// Renames over what is there, and does not return before the folder knows.
    package static func move(_ source: String, to target: String) throws {
        guard rename(source, target) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        try synchronise(folder: URL(filePath: target).deletingLastPathComponent().path)
    }

    package static func synchronise(folder: String) throws {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    }
}
