package import Foundation

/// The end of a file that may be long.
package enum FileTail {
    /// - Parameter bytes: that are read at most.
    /// - Returns: nil when it is not there; whether something stands before it.
    package static func read(_ path: String, bytes: UInt64) -> (content: Data, isCut: Bool)? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        // What the kernel makes up as it is read has no end to look for.
        let end = (try? file.seekToEnd()) ?? 0
        let start = end > bytes ? end - bytes : 0
        try? file.seek(toOffset: start)
        return ((try? file.readToEnd()) ?? Data(), start > 0)
    }
}
