import Crypto
import Foundation
import Testing

@testable import Appliance

/// A small bundle, made as image/make-bundle makes one.
struct FactoryBundle {
    let file: URL
    let kernel: Data
    let hashes: Data
    let root: Data
    let rootHash: String

    init(
        _ version: String, keys: SiteKeys, in folder: URL, expires: String = "2031-01-01T00:00:00Z",
        edit: (inout [String: Data]) -> Void = { _ in }
    ) throws {
        func bytes(_ name: String, _ count: Int) -> Data {
            let seed = Array("\(version) \(name) ".utf8)
            return Data((0..<count).map { seed[$0 % seed.count] ^ UInt8(truncatingIfNeeded: $0 >> 8) })
        }
        (kernel, hashes, root) = (bytes("kernel", 30_000), bytes("hashes", 9_000), bytes("root", 180_000))
        rootHash = Self.hexadecimal(SHA256.hash(data: root))
        let parts = ["kiosk.efi": kernel, "root.verity": hashes, "root.sqfs": root]
        var text = "format=1\nversion=\(version)\nroothash=\(rootHash)\nexpires=\(expires)\n"
        for (name, data) in parts.sorted(by: { $0.key < $1.key }) {
            text += "\(name)=\(data.count) \(Self.hexadecimal(SHA256.hash(data: data)))\n"
        }
        let work = folder.appending(path: "bundle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        file = work.appending(path: "kiosk.update")
        let manifest = work.appending(path: "manifest")
        try Data(text.utf8).write(to: manifest)
        try Tool.run(
            "/usr/bin/openssl", "cms", "-sign", "-binary", "-noattr", "-outform", "DER", "-in", manifest.path,
            "-signer", keys.certificate, "-inkey", keys.key, "-out", manifest.path + ".p7s")
        var contents = parts
        contents["manifest"] = Data(text.utf8)
        contents["manifest.p7s"] = try Data(contentsOf: URL(filePath: manifest.path + ".p7s"))
        edit(&contents)
        for (name, data) in contents { try data.write(to: work.appending(path: name)) }
        try Tool.run(
            "/usr/bin/tar", ["-C", work.path, "--format=ustar", "-cf", file.path] + contents.keys.sorted())
    }

    static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
        digest.map { String(format: "%02x", $0) }.joined()
    }
}

/// A program of the system that must succeed.
enum Tool {
    static func run(_ program: String, _ arguments: String...) throws { try run(program, arguments) }

    @discardableResult
    static func run(_ program: String, _ arguments: [String], input: String = "") throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let (entry, output) = (Pipe(), Pipe())
        process.standardInput = entry
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        try entry.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try entry.fileHandleForWriting.close()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(program) \(arguments)")
        return String(decoding: data, as: UTF8.self)
    }
}
