import Foundation
import Testing

@testable import Appliance

@Suite struct PartitionTableTests {
    private static let (one, other) = (
        "11111111-2222-4333-8444-555555555555", "AAAAAAAA-BBBB-4CCC-8DDD-EEEEEEEEEEEE"
    )

    private func withDisk(_ body: (String) throws -> Void) throws {
        try withFolder { folder in
            let disk = folder.appending(path: "disk").path
            try Data().write(to: URL(filePath: disk))
            truncate(disk, 16 << 20)
            try Tool.run("/usr/sbin/sfdisk", ["--quiet", disk], input: "label: gpt\nsize=2048\nsize=2048\nsize=2048\n")
            try body(disk)
        }
    }

    private func identifier(_ number: Int, on disk: String) throws -> String {
        try Tool.run("/usr/sbin/sfdisk", ["--part-uuid", disk, "\(number)"])
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// sfdisk finds a fault in either table, and names it.
    private func findings(_ disk: String) throws -> String { try Tool.run("/usr/sbin/sfdisk", ["--verify", disk]) }

    private func damage(_ disk: String, at offset: UInt64) throws {
        let handle = try #require(FileHandle(forWritingAtPath: disk))
        try handle.seek(toOffset: offset)
        try handle.write(contentsOf: Data(repeating: 0xFF, count: 16))
        try handle.close()
    }

    @Test func `two partitions get their identifiers, the third keeps its own, and both tables are sound`() throws {
        try withDisk { disk in
            let third = try identifier(3, on: disk)
            try PartitionTable(disk: disk).name([1: Self.one.lowercased(), 2: Self.other])
            #expect(try identifier(1, on: disk) == Self.one)
            #expect(try identifier(2, on: disk) == Self.other)
            #expect(try identifier(3, on: disk) == third)
            #expect(try findings(disk).contains("No errors detected"))
            // The copy says the same.
            try damage(disk, at: 512)
            #expect(try identifier(1, on: disk) == Self.one)
        }
    }

    @Test(arguments: 0...4) func `cut before each write, one of the tables is whole`(point: Int) throws {
        try withDisk { disk in
            let old = try identifier(1, on: disk)
            var (count, isCut) = (0, false)
            do {
                try PartitionTable(disk: disk).name([1: Self.one]) { () throws(UpdateRefusal) in
                    count += 1
                    if count > point { throw .machine("power cut") }
                }
            } catch is UpdateRefusal { isCut = true }
            #expect(isCut == (point < 4))
            #expect(try [old, Self.one].contains(identifier(1, on: disk)))
            // The next try mends what was torn.
            try PartitionTable(disk: disk).name([1: Self.one])
            #expect(try identifier(1, on: disk) == Self.one)
            #expect(try findings(disk).contains("No errors detected"))
        }
    }

    @Test(arguments: [512, 1024]) func `a table that is torn is read from its copy and mended`(offset: UInt64) throws {
        try withDisk { disk in
            let third = try identifier(3, on: disk)
            try damage(disk, at: offset)
            try PartitionTable(disk: disk).name([1: Self.one])
            #expect(try findings(disk).contains("No errors detected"))
            #expect(try identifier(1, on: disk) == Self.one)
            #expect(try identifier(3, on: disk) == third)
        }
    }

    @Test func `a partition is taken out, and the others stay`() throws {
        try withDisk { disk in
            let first = try identifier(1, on: disk)
            try PartitionTable(disk: disk).remove(3)
            let dump = try Tool.run("/usr/sbin/sfdisk", ["--dump", disk])
            #expect(dump.contains("\(disk)2 :") && !dump.contains("\(disk)3 :"))
            #expect(try identifier(1, on: disk) == first)
            #expect(try findings(disk).contains("No errors detected"))
            #expect(throws: UpdateRefusal.self) { try PartitionTable(disk: disk).remove(3) }
        }
    }

    @Test func `a disk without a table, and a partition that is not there, are told`() throws {
        try withFolder { folder in
            let disk = folder.appending(path: "disk").path
            try Data(count: 1 << 20).write(to: URL(filePath: disk))
            #expect(throws: UpdateRefusal.self) { try PartitionTable(disk: disk).name([1: Self.one]) }
            #expect(throws: UpdateRefusal.self) { try PartitionTable(disk: disk + ".none").name([1: Self.one]) }
        }
        try withDisk { disk in
            #expect(throws: UpdateRefusal.self) { try PartitionTable(disk: disk).name([500: Self.one]) }
        }
    }
}
