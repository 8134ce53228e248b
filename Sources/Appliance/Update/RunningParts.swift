import Foundation
import Glibc
package import UpdateFormat

/// The parts of the version that runs, over which the patches of a small bundle are undone.
package struct RunningParts: Sendable {
    package let version: ReleaseVersion
    package let rootHash: String
    /// Device of the slot.
    package let root: String
    /// On the boot partition.
    package let kernel: String

    func path(of part: UpdatePart) -> String {
        switch part {
        case .kernel: kernel
        case .root, .hashes: root
        }
    }
}

/// A file's or a device's first bytes, in memory when they are looked at and not before.
final class MappedFile {
    let bytes: UnsafeRawBufferPointer

    /// - Returns: nil when it cannot be read, or is shorter.
    init?(_ path: String, count: Int) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        guard lseek(descriptor, 0, SEEK_END) >= count,
            let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
        else { return nil }
        bytes = UnsafeRawBufferPointer(start: start, count: count)
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
