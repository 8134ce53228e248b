package import Foundation

/// A small file that another account has left for us. What lies there may be anything: a link, a pipe, a large file.
package enum LeftFile {
    /// Takes it away, so that it counts once at most.
    /// - Parameter limit: bytes that are read.
    /// - Returns: nil where there is none, or no plain file.
    package static func take(_ path: String, limit: Int) -> Data? {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        defer { unlink(path) }
        guard descriptor >= 0 else { return nil }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return try? file.read(upToCount: limit)
    }
}
