import Foundation
import Glibc

/// The disk's partition table (GPT; UEFI specification, 5.3), in which an update changes the identifiers of two partitions.
///
/// A table is two: one at the disk's begin, a copy at its end. The other one is written, and is on the disk for certain,
/// before the one that counts is touched, so that a power cut leaves one that is whole at every moment. (sfdisk writes
/// both without asking the disk in between. The kernel takes the copy only with `gpt` on its command line.)
struct PartitionTable {
    let disk: String

    /// Gives partitions the identifiers by which a kernel image finds them.
    /// - Parameters:
    ///   - identifiers: a partition's number: UUID, 8-4-4-4-12 digits.
    ///   - progress: told before each write; may stop it.
    func name(
        _ identifiers: [Int: String], progress: () throws(UpdateRefusal) -> Void = {}
    ) throws(UpdateRefusal) {
        try change(progress) { entries throws(UpdateRefusal) in
            for (number, text) in identifiers {
                guard let uuid = UUID(uuidString: text)?.uuid else { throw .machine("\(text) is no identifier") }
                let bytes = withUnsafeBytes(of: uuid) { Array($0) }
                // The first three fields are little-endian.
                let mixed = bytes[0..<4].reversed() + bytes[4..<6].reversed() + bytes[6..<8].reversed() + bytes[8...]
                let start = try place(of: number, in: entries) + 16
                entries.replaceSubrange(start..<start + 16, with: mixed)
            }
        }
    }

    func remove(_ number: Int) throws(UpdateRefusal) {
        try change { entries throws(UpdateRefusal) in
            let start = try place(of: number, in: entries)
            entries.replaceSubrange(start..<start + Self.entry, with: repeatElement(0, count: Self.entry))
        }
    }

    /// Bytes of an entry.
    private static let entry = 128

    /// Only what is a partition has a type.
    private func place(of number: Int, in entries: [UInt8]) throws(UpdateRefusal) -> Int {
        let start = (number - 1) * Self.entry
        guard number >= 1, start + Self.entry <= entries.count, entries[start..<start + 16].contains(where: { $0 != 0 })
        else { throw .machine("\(disk) has no partition \(number)") }
        return start
    }

    private func change(
        _ progress: () throws(UpdateRefusal) -> Void = {}, _ edit: (inout [UInt8]) throws(UpdateRefusal) -> Void
    ) throws(UpdateRefusal) {
        let descriptor = open(disk, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw .machine("\(disk) cannot be written") }
        defer { close(descriptor) }
        let length = Int(lseek(descriptor, 0, SEEK_END))
        for sector in [512, 4096] {
            let own = Header(descriptor, at: 1, sector: sector)
            let copy = Header(descriptor, at: own.map(\.other) ?? length / sector - 1, sector: sector)
            guard let whole = own ?? copy else { continue }
            var entries = whole.entries
            try edit(&entries)
            let other = copy?.place ?? whole.other - (entries.count + sector - 1) / sector
            // The one that does not count goes first.
            for header in [whole.moved(to: own == nil ? 2 : other), whole] {
                guard try header.write(entries, descriptor, progress) else {
                    throw .machine("\(disk): its table cannot be changed")
                }
            }
            return
        }
        throw .machine("\(disk) has no partition table")
    }

    /// One of the two, with its entries, if it is whole.
    private struct Header {
        var bytes: [UInt8]
        let entries: [UInt8]
        let sector: Int

        var here: Int { bytes.number(at: 24, 8) }
        /// Sector of the other header.
        var other: Int { bytes.number(at: 32, 8) }
        /// First sector of the entries.
        var place: Int { bytes.number(at: 72, 8) }

        init?(_ descriptor: Int32, at place: Int, sector: Int) {
            guard let bytes = [UInt8](descriptor, at: place * sector, count: sector),
                bytes.starts(with: Array("EFI PART".utf8)), bytes.number(at: 24, 8) == place
            else { return nil }
            let (length, count) = (bytes.number(at: 12, 4), bytes.number(at: 80, 4) * bytes.number(at: 84, 4))
            guard (92...sector).contains(length), (1...1 << 20).contains(count),
                Self.checksum(bytes, length) == bytes.number(at: 16, 4),
                let entries = [UInt8](descriptor, at: bytes.number(at: 72, 8) * sector, count: count),
                Int(entries.crc32) == bytes.number(at: 88, 4)
            else { return nil }
            (self.bytes, self.entries, self.sector) = (bytes, entries, sector)
        }

        /// The other header, with its entries from that sector on.
        func moved(to place: Int) -> Header {
            var header = self
            header.bytes.set(other, at: 24, 8)
            header.bytes.set(here, at: 32, 8)
            header.bytes.set(place, at: 72, 8)
            return header
        }

        /// On the disk when it returns; false when it cannot be written.
        func write(
            _ entries: [UInt8], _ descriptor: Int32, _ progress: () throws(UpdateRefusal) -> Void
        ) throws(UpdateRefusal) -> Bool {
            var header = bytes
            header.set(Int(entries.crc32), at: 88, 4)
            header.set(Self.checksum(header, header.number(at: 12, 4)), at: 16, 4)
            for (bytes, place) in [(entries, place), (header, here)] {
                try progress()
                guard pwrite(descriptor, bytes, bytes.count, off_t(place * sector)) == bytes.count else {
                    return false
                }
            }
            return fsync(descriptor) == 0
        }

        /// Of the header, with nothing in its place.
        private static func checksum(_ header: [UInt8], _ length: Int) -> Int {
            var header = Array(header.prefix(length))
            header.set(0, at: 16, 4)
            return Int(header.crc32)
        }
    }
}

extension [UInt8] {
    fileprivate init?(_ descriptor: Int32, at offset: Int, count: Int) {
        self.init(repeating: 0, count: count)
        guard offset > 0, pread(descriptor, &self, count, off_t(offset)) == count else { return nil }
    }

    /// Little-endian.
    fileprivate func number(at offset: Int, _ count: Int) -> Int {
        self[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    fileprivate mutating func set(_ number: Int, at offset: Int, _ count: Int) {
        for index in 0..<count { self[offset + index] = UInt8(truncatingIfNeeded: number >> (8 * index)) }
    }

    /// ISO 3309, as GPT and everybody has it.
    fileprivate var crc32: UInt32 {
        var crc = UInt32.max
        for byte in self {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB8_8320 }
        }
        return ~crc
    }
}
