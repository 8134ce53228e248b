import Crypto
import Foundation
import Testing
import UpdateFormat

@testable import Appliance

/// A machine's disk as files: a partition table that sfdisk keeps, two slots, a boot partition; and the eyes of boot
/// loader and kernel, which say what would start.
final class DeskMachine {
    let folder: URL
    let keys: SiteKeys
    let entries: BootEntries
    private let disk: String
    /// Of what runs.
    private let rootHash: String

    /// Version 1.0.0 runs in slot a.
    init(in folder: URL) throws {
        self.folder = folder
        keys = try SiteKeys(in: folder, named: "update")
        disk = folder.appending(path: "disk").path
        entries = BootEntries(partition: folder.appending(path: "esp").path)
        try FileManager.default.createDirectory(
            at: folder.appending(path: "esp/EFI/Linux"), withIntermediateDirectories: true)
        try Data().write(to: URL(filePath: disk))
        truncate(disk, 32 << 20)
        let layout = "label: gpt\n" + String(repeating: "size=2048\n", count: 5)
        try Tool.run("/usr/sbin/sfdisk", ["--quiet", disk], input: layout)
        let first = try FactoryBundle("1.0.0", keys: keys, in: folder)
        rootHash = first.rootHash
        for (name, data) in [
            ("a", first.root), ("a-verity", first.hashes), ("b", Data()), ("b-verity", Data()),
        ] {
            let path = folder.appending(path: name).path
            try data.write(to: URL(filePath: path))
            truncate(path, 300_000)
        }
        let manifest = try UpdateBundle(first.file, authority: keys.certificate).manifest.partitionIdentifiers
        try Tool.run("/usr/sbin/sfdisk", ["--quiet", "--part-uuid", disk, "2", manifest.data])
        try Tool.run("/usr/sbin/sfdisk", ["--quiet", "--part-uuid", disk, "3", manifest.hashes])
        try first.kernel.write(to: folder.appending(path: "esp/EFI/Linux/kiosk_1.0.0.efi"))
    }

    func bundle(
        _ version: String, over base: FactoryBundle? = nil, expires: String = "2031-01-01T00:00:00Z"
    ) throws -> FactoryBundle {
        try FactoryBundle(version, over: base, keys: keys, in: folder, expires: expires)
    }

    var stateFolder: String { folder.appending(path: "state").path }

    func slot(_ name: Slot.Name) -> Slot {
        let path = folder.appending(path: name.rawValue).path
        let first = name == .a ? 2 : 4
        return Slot(
            name, data: path, hashes: path + "-verity", disk: disk, dataNumber: first, hashesNumber: first + 1)
    }

    func installer(running: String = "1.0.0") throws -> UpdateInstaller {
        let isA = running == "1.0.0"
        return UpdateInstaller(
            slots: Slots(running: slot(isA ? .a : .b), other: slot(isA ? .b : .a), rootHash: rootHash),
            entries: entries,
            running: try #require(ReleaseVersion(running)), folder: stateFolder, piece: 1024)
    }

    func judge(running: String) throws -> UpdateJudge {
        UpdateJudge(entries: entries, running: try #require(ReleaseVersion(running)), folder: stateFolder)
    }

    /// The boot loader's choice: the newest that has trials left or is committed, else the newest failed one; a trial is
    /// counted.
    func chooses() throws -> ReleaseVersion {
        let names = try entryNames()
        let versions = names.compactMap { ReleaseVersion($0.dropFirst(6).dropLast(4).prefix { $0 != "+" }) }.sorted()
        let chosen = try #require(versions.last { entries.standing(of: $0) != .failed } ?? versions.last)
        if case .trial(let left)? = entries.standing(of: chosen) {
            let old = try #require(names.first { $0.hasPrefix("kiosk_\(chosen)+") })
            let path = folder.appending(path: "esp/EFI/Linux").path
            try FileManager.default.moveItem(
                atPath: "\(path)/\(old)", toPath: "\(path)/kiosk_\(chosen)+\(left - 1)-\(4 - left).efi")
        }
        return chosen
    }

    /// What the boot loader takes for kernel images: a file without its first sector is none.
    func entryNames() throws -> [String] {
        let folder = folder.appending(path: "esp/EFI/Linux")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().filter { name in
            let data = try Data(contentsOf: folder.appending(path: name))
            return name.hasSuffix(".efi") && data.prefix(512).contains { $0 != 0 }
        }
    }

    /// Whether kernel image, partition table and slot all belong to this version, to the last byte.
    func isWhole(_ bundle: FactoryBundle, _ version: ReleaseVersion) throws -> Bool {
        let name = try #require(
            try entryNames().first { $0.hasPrefix("kiosk_\(version).") || $0.hasPrefix("kiosk_\(version)+") })
        guard try Data(contentsOf: folder.appending(path: "esp/EFI/Linux/\(name)")) == bundle.kernel else {
            return false
        }
        let wanted = try UpdateBundle(bundle.file, authority: keys.certificate).manifest.partitionIdentifiers
        for slot in [slot(.a), slot(.b)] {
            guard try uuid(slot.dataNumber) == wanted.data, try uuid(slot.hashesNumber) == wanted.hashes else {
                continue
            }
            return try starts(slot.data, with: bundle.root) && starts(slot.hashes, with: bundle.hashes)
        }
        return false
    }

    private func uuid(_ number: Int) throws -> String {
        try Tool.run("/usr/sbin/sfdisk", ["--part-uuid", disk, "\(number)"])
            .trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    }

    private func starts(_ path: String, with data: Data) throws -> Bool {
        try Data(contentsOf: URL(filePath: path)).prefix(data.count) == data
    }
}
