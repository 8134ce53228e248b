package import Core
import Crypto
import Foundation

extension DeviceKey {
    /// Reads the key from a file of exactly 32 bytes that nobody but its owner may touch.
    /// - Throws: `keyMismatch` when the file is missing or is no key, `unavailable` when others may read it.
    package init(contentsOf path: String) throws(StorageFault) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .keyMismatch }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & 0o077 == 0 else { throw .unavailable }
        var bytes = [UInt8](repeating: 0, count: Self.byteCount + 1)
        let count = read(descriptor, &bytes, bytes.count)
        defer { for index in bytes.indices { bytes[index] = 0 } }
        guard count == Self.byteCount, let key = DeviceKey(Data(bytes.prefix(count))) else { throw .keyMismatch }
        self = key
    }

    /// Makes the key file (0600) of a new kiosk, whole or not at all; an existing one is never replaced.
    package static func create(at path: String) throws(StorageFault) {
        let draft = path + ".new"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw errno == ENOSPC ? .full : .unavailable }
        defer {
            close(descriptor)
            unlink(draft)
        }
        let written = SymmetricKey(size: .bits256).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard written == byteCount, fsync(descriptor) == 0 else { throw .full }
        // Unlike a rename, a link does not replace what is there.
        guard link(draft, path) == 0 else { throw .unavailable }
        syncDirectory(of: path)
    }

    // A key that the directory forgets in a power cut makes everything stored under it unreadable.
    private static func syncDirectory(of path: String) {
        let directory = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
