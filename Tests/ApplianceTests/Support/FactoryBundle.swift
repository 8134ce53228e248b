import Crypto
import Foundation
import Testing

@testable import Appliance

/// A bundle of few bytes, made as image/make-bundle makes one: whole, or of patches over another one's parts.
struct FactoryBundle {
    let file: URL
    let kernel: Data
    let hashes: Data
    let root: Data
    let version: String
    let rootHash: String

    /// - Parameters:
    ///   - base: what the patches are made over; nil for a whole bundle.
    ///   - edit: changes what lies in the bundle after it was signed.
    init(
        _ version: String, over base: FactoryBundle? = nil, keys: SiteKeys, in folder: URL,
        expires: String = "2031-01-01T00:00:00Z", edit: (inout [String: Data]) -> Void = { _ in }
    ) throws {
        self.version = version
        func bytes(_ name: String, _ count: Int) -> Data {
            let seed = Array("\(version) \(name) ".utf8)
            return Data((0..<count).map { seed[$0 % seed.count] ^ UInt8(truncatingIfNeeded: $0 >> 8) })
        }
        (kernel, hashes, root) = (bytes("kernel", 30_000), bytes("hashes", 9_000), bytes("root", 180_000))
        rootHash = Self.hexadecimal(SHA256.hash(data: root))
        let work = folder.appending(path: "bundle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        var contents = ["kiosk.efi": kernel, "root.verity": hashes, "root.sqfs": root]
        var text = "format=\(base == nil ? 1 : 2)\nversion=\(version)\nroothash=\(rootHash)\nexpires=\(expires)\n"
        text += Self.lines(contents) { $0 }
        if let base {
            let old = ["kiosk.efi": base.kernel, "root.sqfs": base.root]
            text += "base=\(base.version)\nbase.roothash=\(base.rootHash)\n" + Self.lines(old) { "base.\($0)" }
            for (name, data) in old {
                contents["\(name).patch"] = try Self.patch(from: data, to: contents[name] ?? Data(), in: work)
                contents[name] = nil
            }
            text += Self.lines(contents.filter { $0.key.hasSuffix(".patch") }) { $0 }
        }
        file = work.appending(path: "kiosk.update")
        let manifest = work.appending(path: "manifest")
        try Data(text.utf8).write(to: manifest)
        try Tool.run(
            "/usr/bin/openssl", "cms", "-sign", "-binary", "-noattr", "-outform", "DER", "-in", manifest.path,
            "-signer", keys.certificate, "-inkey", keys.key, "-out", manifest.path + ".p7s")
        contents["manifest"] = Data(text.utf8)
        contents["manifest.p7s"] = try Data(contentsOf: URL(filePath: manifest.path + ".p7s"))
        edit(&contents)
        for (name, data) in contents { try data.write(to: work.appending(path: name)) }
        try Tool.run(
            "/usr/bin/tar", ["-C", work.path, "--format=ustar", "-cf", file.path] + contents.keys.sorted())
    }

    private static func lines(_ contents: [String: Data], _ key: (String) -> String) -> String {
        contents.sorted { $0.key < $1.key }
            .map { "\(key($0))=\($1.count) \(hexadecimal(SHA256.hash(data: $1)))\n" }.joined()
    }

    private static func patch(from old: Data, to new: Data, in folder: URL) throws -> Data {
        let (from, to) = (folder.appending(path: "old"), folder.appending(path: "new"))
        try old.write(to: from)
        try new.write(to: to)
        try Tool.run(
            "/usr/bin/zstd", "--quiet", "-f", "--patch-from=\(from.path)", to.path, "-o", to.path + ".patch")
        return try Data(contentsOf: URL(filePath: to.path + ".patch"))
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
