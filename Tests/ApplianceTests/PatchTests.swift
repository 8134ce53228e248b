import Foundation
import Testing
import UpdateFormat

@testable import Appliance

/// Small bundles: patches over the version that runs.
@Suite struct PatchTests {
    private static let now = Date(timeIntervalSince1970: 1_790_000_000)

    private func refusal(_ bundle: FactoryBundle, on machine: DeskMachine) throws -> UpdateRefusal? {
        do throws(UpdateRefusal) {
            let opened = try UpdateBundle(bundle.file, authority: machine.keys.certificate)
            let installer: UpdateInstaller
            do { installer = try machine.installer() } catch { throw .machine("\(error)") }
            try installer.install(opened, unwell: [], now: Self.now)
        } catch { return error }
        return nil
    }

    @Test func `what comes of the patches is the new version to the last byte`() throws {
        try withFolder { folder in
            let machine = try DeskMachine(in: folder)
            let old = try machine.bundle("1.0.0")
            let new = try machine.bundle("1.1.0", over: old)
            #expect(try refusal(new, on: machine) == nil)
            #expect(try machine.entryNames() == ["kiosk_1.0.0.efi", "kiosk_1.1.0+3.efi"])
            let chosen = try machine.chooses()
            #expect(chosen.description == "1.1.0")
            #expect(try machine.isWhole(new, chosen))
            #expect(try machine.judge(running: "1.1.0").judge(now: Self.now) { _ in [] } == .committed)
            #expect(try machine.isWhole(old, try #require(ReleaseVersion("1.0.0"))))
        }
    }

    @Test func `patches over another version or build are refused in words, and what could start stays`() throws {
        try withFolder { folder in
            let machine = try DeskMachine(in: folder)
            #expect(try refusal(machine.bundle("1.1.0"), on: machine) == nil)
            let standing = try machine.entryNames()
            let other = try refusal(machine.bundle("1.2.0", over: machine.bundle("0.9.0")), on: machine)
            #expect(other?.word == "other-base")
            #expect(other?.description.contains("1.0.0") == true && other?.description.contains("0.9.0") == true)
            let base = try machine.bundle("1.0.0")
            try Data("another build".utf8).write(
                to: folder.appending(path: "esp/EFI/Linux/kiosk_1.0.0.efi"))
            let build = try refusal(machine.bundle("1.2.0", over: base), on: machine)
            #expect(build?.word == "other-base")
            #expect(build?.description.contains("another build") == true)
            #expect(try machine.entryNames() == standing)
        }
    }

    @Test(arguments: UpdatePart.patched)
    func `a damaged patch is refused before anything is changed`(part: UpdatePart) throws {
        try withFolder { folder in
            let machine = try DeskMachine(in: folder)
            #expect(try refusal(machine.bundle("1.1.0"), on: machine) == nil)
            let standing = try machine.entryNames()
            let name = "\(part.rawValue).patch"
            for damage in [{ $0[$0.count / 2] ^= 1 }, { $0.removeLast() }, { $0 = Data() }] as [(inout Data) -> Void] {
                let bundle = try FactoryBundle(
                    "1.2.0", over: try machine.bundle("1.0.0"), keys: machine.keys, in: folder
                ) { contents in contents[name].map { old in contents[name] = Self.changed(old, damage) } }
                #expect(try refusal(bundle, on: machine) == .part(part.rawValue))
                #expect(try machine.entryNames() == standing)
            }
        }
    }

    private static func changed(_ data: Data, _ change: (inout Data) -> Void) -> Data {
        var data = data
        change(&data)
        return data
    }

    /// The signed manifest names the running version, and the patch was made over something else all the same.
    @Test func `a patch that makes something else than was signed starts nothing`() throws {
        try withFolder { folder in
            let machine = try DeskMachine(in: folder)
            let slot = machine.slot(.a).data
            let handle = try #require(FileHandle(forWritingAtPath: slot))
            try handle.write(contentsOf: Data(repeating: 0x55, count: 100_000))
            try handle.close()
            let bundle = try machine.bundle("1.1.0", over: machine.bundle("1.0.0"))
            #expect(try refusal(bundle, on: machine) == .part("root.sqfs"))
            #expect(try machine.entryNames() == ["kiosk_1.0.0.efi"])
        }
    }

    @Test(arguments: [0, 1, 1000, 131_072, 180_000])
    func `bytes that are no frame of zstd, more than one, or only a part of one are no patch`(count: Int) throws {
        let old = Data(repeating: 7, count: count)
        try old.withUnsafeBytes { old in
            let decoder = try #require(PatchDecoder(over: old))
            #expect(throws: PatchDecoder.Damage.self) {
                try decoder.decode(Data("no frame of zstd".utf8)) { _ in }
                try decoder.finish()
            }
            let empty = try #require(PatchDecoder(over: old))
            #expect(throws: PatchDecoder.Damage.self) { try empty.finish() }
            // A frame without content, twice.
            let frame = Data([0x28, 0xB5, 0x2F, 0xFD, 0x20, 0x00, 0x01, 0x00, 0x00])
            let twice = try #require(PatchDecoder(over: old))
            #expect(throws: PatchDecoder.Damage.self) { try twice.decode(frame + frame) { _ in } }
            let once = try #require(PatchDecoder(over: old))
            try once.decode(frame) { _ in }
            try once.finish()
        }
    }
}
