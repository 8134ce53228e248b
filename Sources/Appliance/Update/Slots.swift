import Foundation
import Glibc
import UpdateFormat

/// One of the two places for a root file system.
package struct Slot: Hashable, Sendable {
    package enum Name: String, Codable, Sendable { case a, b }

    package let name: Name
    /// Device files.
    package let data: String
    package let hashes: String
    /// The disk, and the partitions' numbers on it.
    package let disk: String
    package let dataNumber: Int
    package let hashesNumber: Int

    package init(_ name: Name, data: String, hashes: String, disk: String, dataNumber: Int, hashesNumber: Int) {
        (self.name, self.data, self.hashes, self.disk) = (name, data, hashes, disk)
        (self.dataNumber, self.hashesNumber) = (dataNumber, hashesNumber)
    }
}

/// The machine's two slots.
package struct Slots: Sendable {
    package let running: Slot
    package let other: Slot
    /// Of the running root's dm-verity tree, 64 hexadecimal digits.
    package let rootHash: String

    package init(running: Slot, other: Slot, rootHash: String) {
        (self.running, self.other, self.rootHash) = (running, other, rootHash)
    }

    /// Finds them by their labels; the one whose partitions carry the running root's hash is the running one.
    package static func ofThisMachine() throws(UpdateRefusal) -> Slots {
        guard let line = try? String(contentsOfFile: "/proc/cmdline", encoding: .ascii),
            let hash = line.split(separator: " ").first(where: { $0.hasPrefix("roothash=") })?.dropFirst(9)
        else { throw .machine("this is no appliance: its root has no hash") }
        let (a, b) = (try slot(.a), try slot(.b))
        let uuid = "/dev/disk/by-partuuid/" + UpdateManifest.identifier(hash.prefix(32))
        guard let running = [a, b].first(where: { real(uuid) == $0.data }) else {
            throw .machine("the running root lies in none of the slots")
        }
        return Slots(running: running, other: running == a ? b : a, rootHash: String(hash))
    }

    private static func slot(_ name: Slot.Name) throws(UpdateRefusal) -> Slot {
        let label = "/dev/disk/by-partlabel/root-\(name.rawValue)"
        guard let data = real(label), let hashes = real(label + "-verity"), let dataNumber = number(data),
            let hashesNumber = number(hashes), let disk = disk(data)
        else { throw .machine("the disk has no slot \(name.rawValue)") }
        return Slot(name, data: data, hashes: hashes, disk: disk, dataNumber: dataNumber, hashesNumber: hashesNumber)
    }

    private static func real(_ link: String) -> String? {
        guard let path = realpath(link, nil) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }

    private static func number(_ device: String) -> Int? {
        let file = "/sys/class/block/\(URL(filePath: device).lastPathComponent)/partition"
        let text = try? String(contentsOfFile: file, encoding: .ascii)
        return text.flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }

    private static func disk(_ device: String) -> String? {
        real("/sys/class/block/\(URL(filePath: device).lastPathComponent)/..").map {
            "/dev/" + URL(filePath: $0).lastPathComponent
        }
    }
}

extension UpdateManifest {
    /// PARTUUIDs of the slot's data and hash partitions.
    var partitionIdentifiers: (data: String, hashes: String) {
        (Self.identifier(rootHash.prefix(32)), Self.identifier(rootHash.suffix(32)))
    }

    /// 32 hexadecimal digits as a UUID.
    static func identifier(_ digits: Substring) -> String {
        let digits = Array(digits)
        guard digits.count == 32 else { return "" }
        return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
    }
}
