import Foundation
import Glibc

/// Makes a machine a new one: what it kept can be read by nobody, and its next start makes an empty `/var`.
///
/// `/var` lies in LUKS2, so its key is what has to go. It goes thrice: its header is overwritten, the partition is given
/// back to the disk (a flash disk then forgets the old blocks), and the TPM forgets the seed that the key is sealed
/// with, so that not even an old copy of the header is worth anything.
package struct FactoryReset: Sendable {
    /// Device files and the partition's number on the disk.
    private let disk: String
    private let number: Int
    private let partition: String

    /// Bytes from the beginning that hold both LUKS2 headers and the key slots; the usual is 16 MiB (cryptsetup(8)).
    private static let header = 32 << 20

    package init(disk: String, number: Int, partition: String) {
        (self.disk, self.number, self.partition) = (disk, number, partition)
    }

    package enum Step: Hashable, Sendable, CaseIterable { case unnaming, overwriting, givingBack, clearingTPM }

    /// The partition's entry goes first: a power cut after it gives a machine that starts as a new one, and writes new
    /// headers over the old ones.
    /// - Parameters:
    ///   - clearTPM: makes the TPM forget; answers whether it has.
    ///   - progress: told before each step; may stop the reset.
    package func run(
        clearTPM: () -> Bool, progress: (Step) throws(UpdateRefusal) -> Void = { _ in }
    ) throws(UpdateRefusal) {
        try progress(.unnaming)
        try PartitionTable(disk: disk).remove(number)
        try progress(.overwriting)
        try overwrite()
        try progress(.givingBack)
        Self.giveBack(partition)
        try progress(.clearingTPM)
        guard clearTPM() else { throw .machine("the TPM does not forget; the disk has been shredded") }
    }

    private func overwrite() throws(UpdateRefusal) {
        let descriptor = open(partition, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .machine("\(partition) cannot be written") }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        let room = Int(lseek(descriptor, 0, SEEK_END))
        do {
            try handle.seek(toOffset: 0)
            var generator = SystemRandomNumberGenerator()
            var left = min(Self.header, room)
            while left > 0 {
                let count = min(left, 1 << 20)
                let piece = Data((0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
                try handle.write(contentsOf: piece)
                left -= count
            }
            try handle.synchronize()
        } catch { throw .machine("\(partition): \(error)") }
    }

    /// A disk that cannot take it has lost nothing: the header is gone already.
    private static func giveBack(_ partition: String) {
        let descriptor = open(partition, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        // BLKDISCARD of linux/fs.h: _IO(0x12, 119), over a range of start and length in bytes.
        var range: (UInt64, UInt64) = (0, UInt64(lseek(descriptor, 0, SEEK_END)))
        _ = ioctl(descriptor, 0x1277, &range)
    }
}
