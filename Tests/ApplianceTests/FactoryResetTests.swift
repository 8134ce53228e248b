import Foundation
import Testing

@testable import Appliance

/// What a machine kept is gone, and a power cut in the middle leaves no machine that can neither serve nor start anew.
@Suite struct FactoryResetTests {
    private static let secret = Data("LUKS header and key slots".utf8)

    /// A disk whose second partition is the one that goes; its content lies in a file of its own, as a device does.
    private struct Disk {
        let disk: String
        let partition: String

        init(in folder: URL) throws {
            disk = folder.appending(path: "disk").path
            partition = folder.appending(path: "var").path
            try Data().write(to: URL(filePath: disk))
            truncate(disk, 8 << 20)
            try Tool.run("/usr/sbin/sfdisk", ["--quiet", disk], input: "label: gpt\nsize=2048\nsize=4096\n")
            try (secret + Data(count: 300_000) + secret).write(to: URL(filePath: partition))
        }

        var reset: FactoryReset { FactoryReset(disk: disk, number: 2, partition: partition) }
        var content: Data { get throws { try Data(contentsOf: URL(filePath: partition)) } }

        func hasEntry() throws -> Bool {
            try Tool.run("/usr/sbin/sfdisk", ["--dump", disk]).contains("\(disk)2")
        }
    }

    private struct Cut: Error {}

    @Test func `entry, header and the TPM's seed go`() throws {
        try withFolder { folder in
            let disk = try Disk(in: folder)
            nonisolated(unsafe) var cleared = 0
            try disk.reset.run {
                cleared += 1
                return true
            }
            #expect(cleared == 1)
            #expect(try !disk.hasEntry())
            #expect(try disk.content.range(of: Self.secret) == nil)
            #expect(try disk.content.filter { $0 == 0 }.count < 10_000)
        }
    }

    @Test(arguments: FactoryReset.Step.allCases)
    func `cut at any step it is untouched or starts as a new one`(_ step: FactoryReset.Step) throws {
        try withFolder { folder in
            let disk = try Disk(in: folder)
            #expect(throws: UpdateRefusal.machine("cut")) {
                try disk.reset.run(clearTPM: { true }) { next throws(UpdateRefusal) in
                    if next == step { throw .machine("cut") }
                }
            }
            let isUntouched = try disk.hasEntry()
            #expect(isUntouched == (step == .unnaming))
            #expect(try (disk.content.range(of: Self.secret) != nil) == (step == .unnaming || step == .overwriting))
        }
    }

    @Test func `a TPM that does not forget is told, and the disk is shredded all the same`() throws {
        try withFolder { folder in
            let disk = try Disk(in: folder)
            #expect(throws: UpdateRefusal.self) { try disk.reset.run { false } }
            #expect(try disk.content.range(of: Self.secret) == nil)
        }
    }

    @Test func `a disk whose table cannot be changed is left as it is`() throws {
        try withFolder { folder in
            let disk = try Disk(in: folder)
            let other = FactoryReset(disk: disk.partition, number: 2, partition: disk.partition)
            #expect(throws: UpdateRefusal.self) { try other.run { true } }
            #expect(try disk.content.range(of: Self.secret) != nil)
        }
    }
}
