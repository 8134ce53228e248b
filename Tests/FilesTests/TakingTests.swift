import Core
import Foundation
import Synchronization
import Testing

@testable import Files

/// A paper onto a stick.
@Suite struct TakingTests {
    private let paper = Data((0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })

    @Test func `a paper lies in the root, byte for byte, and nothing else has changed`() async throws {
        try await withSocket { sticks, folder async throws in
            try Data("mine".utf8).write(to: folder.appending(path: "own.txt"))
            let stick = StickFiles(under: sticks)
            #expect(try await stick.put(paper, named: "注册证书.pdf") == "注册证书.pdf")
            #expect(try Data(contentsOf: folder.appending(path: "注册证书.pdf")) == paper)
            #expect(try names(folder) == ["own.txt", "注册证书.pdf"])
            #expect(try Data(contentsOf: folder.appending(path: "own.txt")) == Data("mine".utf8))
        }
    }

    @Test func `the same paper is not written twice, another of its name is left alone`() async throws {
        try await withSocket { sticks, folder async throws in
            let stick = StickFiles(under: sticks)
            for _ in 0..<2 { #expect(try await stick.put(paper, named: "a.b.pdf") == "a.b.pdf") }
            #expect(try await stick.put(paper + Data([1]), named: "a.b.pdf") == "a.b-2.pdf")
            #expect(try await stick.put(Data([1]), named: "a.b.pdf") == "a.b-3.pdf")
            #expect(try Data(contentsOf: folder.appending(path: "a.b.pdf")) == paper)
        }
    }

    @Test func `a link of that name is neither followed nor overwritten`() async throws {
        try await withSocket { sticks, folder async throws in
            let secret = folder.deletingLastPathComponent().deletingLastPathComponent().appending(path: "secret")
            try Data("secret".utf8).write(to: secret)
            for name in ["p.pdf", "kiosk.part"] {
                try FileManager.default.createSymbolicLink(
                    at: folder.appending(path: name), withDestinationURL: secret)
            }
            #expect(try await StickFiles(under: sticks).put(paper, named: "p.pdf") == "p-2.pdf")
            #expect(try Data(contentsOf: secret) == Data("secret".utf8))
        }
    }

    @Test func `a stick that fills up is said, and no part of the paper stays`() async throws {
        try await withSocket { sticks, folder async throws in
            let written = Mutex(0)
            var hands = StickHands.system
            hands.write = { descriptor, bytes in
                let room = 70_000 - written.withLock(\.self)
                guard room > 0 else {
                    errno = ENOSPC
                    return -1
                }
                let count = write(descriptor, bytes.baseAddress, min(room, bytes.count))
                written.withLock { $0 += count }
                return count
            }
            await expect(.stickFull, sticks, hands)
            #expect(try names(folder).isEmpty)
        }
    }

    @Test func `a medium that keeps other bytes, or fails, is said`() async throws {
        try await withSocket { sticks, folder async throws in
            var liar = StickHands.system
            liar.write = { descriptor, bytes in
                var copy = Data(bytes)
                copy[0] ^= 1
                return copy.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            }
            await expect(.stickUnwritten, sticks, liar)
            var failing = StickHands.system
            failing.sync = { _ in
                errno = EIO
                return -1
            }
            await expect(.stickUnwritten, sticks, failing)
            #expect(try names(folder).isEmpty)
        }
    }

    @Test func `a stick that is pulled while it is written to is said to be gone`() async throws {
        try await withSocket { sticks, folder async throws in
            var hands = StickHands.system
            hands.write = { descriptor, bytes in
                try? FileManager.default.removeItem(at: folder)
                return write(descriptor, bytes.baseAddress, bytes.count)
            }
            await expect(.stickGone, sticks, hands)
        }
    }

    @Test func `without a stick there is none`() async throws {
        try await withSocket { sticks, folder async throws in
            try FileManager.default.removeItem(at: folder)
            await expect(.stickGone, sticks, .system)
        }
    }

    /// The kernel's own tree takes no new file from anybody, root included.
    @Test func `a place that cannot be written to is said to be locked`() async throws {
        await expect(.stickLocked, "/sys", .system)
    }

    @Test(arguments: [
        (ENOSPC, FileFault.stickFull), (EDQUOT, .stickFull), (EFBIG, .stickFull), (EROFS, .stickLocked),
        (EACCES, .stickLocked), (EPERM, .stickLocked), (ENODEV, .stickGone), (ENXIO, .stickGone),
        (EIO, .stickUnwritten), (EINVAL, .stickUnwritten),
    ])
    func `each word of the kernel has a fault`(code: Int32, fault: FileFault) {
        #expect(FileFault(writing: code) == fault)
    }

    // MARK: The gate

    @Test func `the appliance opens the stick for the write, and closes it after it, whatever happened`() async throws {
        try await withSocket { sticks, folder async throws in
            let log = folder.deletingLastPathComponent().deletingLastPathComponent().appending(path: "gate.log")
            let script = try gate("echo \"$@\" >> '\(log.path)'", beside: log)
            let stick = StickFiles(under: sticks, gate: [script, "usb"])
            #expect(try await stick.put(paper, named: "p.pdf") == "p.pdf")
            #expect(try Data(contentsOf: folder.appending(path: "p.pdf")) == paper)
            var failing = StickHands.system
            failing.sync = { _ in -1 }
            let broken = StickFiles(
                under: sticks, lookingEvery: .seconds(1), gate: StickGate(command: [script, "usb"]), hands: failing)
            await #expect(throws: FileFault.self) { try await broken.put(paper, named: "q.pdf") }
            let calls = try String(contentsOf: log, encoding: .utf8).split(separator: "\n")
            let pair = ["usb open \(folder.path)", "usb close \(folder.path)"]
            #expect(calls.map(String.init) == pair + pair)
        }
    }

    @Test func `a gate that does not open, or is not there, leaves the stick locked`() async throws {
        try await withSocket { sticks, folder async throws in
            let script = try gate("exit 3", beside: folder.deletingLastPathComponent())
            for command in [[script], ["/nowhere/gate"]] {
                let stick = StickFiles(under: sticks, gate: command)
                await #expect(throws: FileFault.stickLocked) { try await stick.put(paper, named: "p.pdf") }
            }
            #expect(try names(folder).isEmpty)
        }
    }

    // MARK: Helpers

    private func expect(_ fault: FileFault, _ sticks: String, _ hands: StickHands) async {
        let stick = StickFiles(
            under: sticks, lookingEvery: .seconds(1), gate: StickGate(command: nil), hands: hands)
        await #expect(throws: fault) { try await stick.put(paper, named: "注册证书.pdf") }
    }

    private func names(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    private func gate(_ commands: String, beside place: URL) throws -> String {
        let script = place.deletingLastPathComponent().appending(path: "gate")
        try Data("#!/bin/sh\n\(commands)\n".utf8).write(to: script)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
        return script.path
    }
}

/// A folder of sticks with one empty stick in it; all of it gone afterwards.
private func withSocket(_ body: (String, URL) async throws -> Void) async throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "taking-\(UUID().uuidString)")
    let stick = root.appending(path: "sticks/USB")
    try FileManager.default.createDirectory(at: stick, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    try await body(root.appending(path: "sticks").path, stick)
}
