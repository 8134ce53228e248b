import CentralAPI
import Core
import Crypto
import DurableFiles
package import Foundation
import Glibc

/// Where an update's file grows: `DIGEST.part`, and `kiosk.update` when it is whole, which root's updater takes away.
package struct ReleaseFolder: Sendable {
    private let path: String
    /// Bytes that stay free for everything else on the disk.
    private let margin: Int

    package init(_ path: String, margin: Int = 128 << 20) { (self.path, self.margin) = (path, margin) }

    package var ready: String { "\(path)/kiosk.update" }

    /// What is remembered of the last offer.
    private struct Memory: Codable {
        var digest: String
        var damaged = 0
        var handedOverAt: Date?
    }

    enum Problem: Error, CustomStringConvertible {
        case full(needed: Int)
        case system(String, Int32)

        var description: String {
            switch self {
            case .full(let needed): "no room for \(needed) bytes"
            case .system(let what, let error): "\(what): \(String(cString: strerror(error)))"
            }
        }
    }

    /// How often this file has come damaged.
    package func damage(to digest: String) -> Int { memory(of: digest).damaged }

    /// Lies there, or was taken by root's updater a while ago, whose word on it is still to come.
    func handedOver(_ offer: ReleaseOffer, now: Date) -> Bool {
        if FileManager.default.fileExists(atPath: ready) { return true }
        guard let at = memory(of: offer.digest).handedOverAt else { return false }
        return abs(now.timeIntervalSince(at)) < 3_600
    }

    /// What is left of other files goes; there must be room for this one.
    func prepare(for offer: ReleaseOffer) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        removeParts(but: offer.digest)
        let there = bytes(of: offer)
        if there > offer.size { try FileManager.default.removeItem(atPath: part(offer)) }
        let free = try FileManager.default.attributesOfFileSystem(forPath: path)[.systemFreeSize] as? NSNumber
        guard let free, free.intValue - margin >= offer.size - there else {
            throw Problem.full(needed: offer.size - there)
        }
    }

    /// Nothing is offered any more.
    package func clear() { removeParts(but: nil) }

    func bytes(of offer: ReleaseOffer) -> Int {
        let size = try? FileManager.default.attributesOfItem(atPath: part(offer))[.size] as? NSNumber
        return size?.intValue ?? 0
    }

    /// On the disk when it returns: what the file's length says is there.
    func append(_ piece: Data, to offer: ReleaseOffer) throws {
        let descriptor = open(part(offer), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Problem.system(part(offer), errno) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try handle.write(contentsOf: piece)
        try handle.synchronize()
    }

    func isWhole(_ offer: ReleaseOffer) throws -> Bool {
        try Self.digest(of: URL(filePath: part(offer))) == offer.digest
    }

    /// SHA-256 of a whole file, hexadecimal: what an update's file is named by.
    package static func digest(of file: URL) throws -> String {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        var hash = SHA256()
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { hash.update(data: piece) }
        return hash.finalize().hex
    }

    /// - Returns: how often it has come damaged.
    func drop(damaged offer: ReleaseOffer) throws -> Int {
        var memory = memory(of: offer.digest)
        memory.damaged += 1
        try keep(memory)
        try FileManager.default.removeItem(atPath: part(offer))
        return memory.damaged
    }

    /// Under the updater's name, by one renaming.
    func handOver(_ offer: ReleaseOffer, now: Date) throws {
        var memory = memory(of: offer.digest)
        memory.handedOverAt = now
        try keep(memory)
        try DurableFile.move(part(offer), to: ready)
    }

    private func part(_ offer: ReleaseOffer) -> String { "\(path)/\(offer.digest).part" }

    private func removeParts(but digest: String?) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        for name in names where name.hasSuffix(".part") && name != digest.map({ "\($0).part" }) {
            try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
        }
    }

    private func memory(of digest: String) -> Memory {
        let data = FileManager.default.contents(atPath: "\(path)/memory.json")
        let memory = data.flatMap { try? JSONDecoder().decode(Memory.self, from: $0) }
        return memory?.digest == digest ? memory ?? Memory(digest: digest) : Memory(digest: digest)
    }

    private func keep(_ memory: Memory) throws {
        try JSONEncoder().encode(memory).write(to: URL(filePath: "\(path)/memory.json"), options: .atomic)
    }
}
