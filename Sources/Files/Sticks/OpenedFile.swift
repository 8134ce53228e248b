import Core
import Foundation

/// An open file or folder of a stick; closed with its last reference.
final class OpenedFile {
    static let folder = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
    /// `O_NONBLOCK`: a FIFO must not hold the kiosk.
    static let file = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK

    let descriptor: Int32

    init(_ descriptor: Int32) { self.descriptor = descriptor }
    deinit { close(descriptor) }

    static func root(_ path: String) throws(FileFault) -> OpenedFile {
        let descriptor = Foundation.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .stickGone }
        return OpenedFile(descriptor)
    }

    func open(_ name: String, _ flags: Int32) throws(FileFault) -> OpenedFile {
        let opened = openat(descriptor, name, flags)
        guard opened >= 0 else { throw [ENODEV, EIO, ENXIO].contains(errno) ? .stickGone : .unreadable }
        return OpenedFile(opened)
    }

    private var status: stat? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? status : nil
    }

    private static func isKind(_ status: stat, _ kind: mode_t) -> Bool { status.st_mode & S_IFMT == kind }

    // MARK: Files

    func content(limit: Int) throws(FileFault) -> Data {
        guard let status, Self.isKind(status, S_IFREG) else { throw .unreadable }
        guard status.st_size <= limit else { throw .tooLarge }
        // A byte more than the limit: a file that grows meanwhile is not read without end.
        let data = try bytes(upTo: limit + 1)
        guard data.count <= limit else { throw .tooLarge }
        return data
    }

    private func bytes(upTo count: Int) throws(FileFault) -> Data {
        var data = Data()
        var chunk = [UInt8](repeating: 0, count: min(count, 65_536))
        while data.count < count {
            let got = Foundation.read(descriptor, &chunk, min(chunk.count, count - data.count))
            if got == 0 { break }
            guard got > 0 else {
                if errno == EINTR { continue }
                throw .stickGone
            }
            data.append(contentsOf: chunk.prefix(got))
        }
        return data
    }

    // MARK: Folders

    func entries(lookingAt most: Int, showing shown: Int) throws(FileFault) -> SourceFolder {
        let copy = openat(descriptor, ".", Self.folder)
        guard copy >= 0, let stream = fdopendir(copy) else {
            if copy >= 0 { close(copy) }
            throw .stickGone
        }
        defer { closedir(stream) }
        var entries: [SourceEntry] = []
        var count = 0
        while let name = Self.next(stream) {
            count += 1
            if count > most { break }
            if let name, let entry = entry(name) { entries.append(entry) }
        }
        entries.sort { ($0.isFile ? 1 : 0, $0.name) < ($1.isFile ? 1 : 0, $1.name) }
        return SourceFolder(entries: Array(entries.prefix(shown)), isCutOff: count > most || entries.count > shown)
    }

    /// Nil at the end; a nil inside for what is not shown: hidden files, and names that are no UTF-8.
    private static func next(_ stream: OpaquePointer) -> String?? {
        guard let entry = readdir(stream) else { return .none }
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
            String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        return .some(name.flatMap { $0.hasPrefix(".") ? nil : $0 })
    }

    /// Nil for links, devices, and what cannot be opened.
    private func entry(_ name: String) -> SourceEntry? {
        guard let opened = try? open(name, Self.file), let status = opened.status else { return nil }
        if Self.isKind(status, S_IFDIR) { return SourceEntry(name: name, content: .folder) }
        guard Self.isKind(status, S_IFREG) else { return nil }
        let start = (try? opened.bytes(upTo: 1024)) ?? Data()
        return SourceEntry(name: name, content: .file(Self.format(of: start), byteCount: Int(status.st_size)))
    }

    private static func format(of start: Data) -> FileReference.Format? {
        if start.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        return start.range(of: Data("%PDF-".utf8)) == nil ? nil : .pdf
    }
}

extension SourceEntry {
    fileprivate var isFile: Bool { content != .folder }
}
