import CentralAPI
import Core
import Crypto
import Foundation

@testable import Central

/// An update's file as image/make-bundle makes one, with few bytes and a signature that is none: the store has no key.
struct SampleRelease: Sendable {
    var version: String
    var rootHash = KioskReport.root(of: "1.1.0")
    /// Version and root hash.
    var base: (version: String, rootHash: String)?
    var expires = "2031-01-01T00:00:00Z"
    /// Bytes of the root.
    var size = 5_000
    /// Changes members after the manifest was written.
    var edit: @Sendable (inout [(name: String, content: Data)]) -> Void = { _ in }

    func write(to file: URL) throws {
        let suffix = base == nil ? "" : ".patch"
        var members: [(name: String, content: Data)] = [
            ("kiosk.efi\(suffix)", content("kernel", 700)), ("root.verity", content("hashes", 512)),
            ("root.sqfs\(suffix)", content("root", size)),
        ]
        func line(_ name: String, _ content: Data) -> String {
            "\(name)=\(content.count) \(SHA256.hash(data: content).hex)"
        }
        var lines = [
            "format=\(base == nil ? 1 : 2)", "version=\(version)", "roothash=\(rootHash)", "expires=\(expires)",
        ]
        if let base {
            lines += ["base=\(base.version)", "base.roothash=\(base.rootHash)"]
            // Before and after the patches; no part of the file.
            for part in ["kiosk.efi", "root.sqfs"] {
                lines += [line("base.\(part)", content("old \(part)", 900)), line(part, content("new \(part)", 900))]
            }
        }
        lines += members.map { line($0.name, $0.content) }
        members.insert(("manifest", Data((lines.joined(separator: "\n") + "\n").utf8)), at: 0)
        members.insert(("manifest.p7s", Data("no signature".utf8)), at: 1)
        edit(&members)
        var tar = Data()
        for member in members { tar += Self.entry(member.name, member.content) }
        try (tar + Data(count: 1_024)).write(to: file)
    }

    private func content(_ name: String, _ count: Int) -> Data {
        var bytes = Data(capacity: count)
        var seed = Data("\(version) \(base?.version ?? "") \(name)".utf8)
        while bytes.count < count {
            seed = Data(SHA256.hash(data: seed))
            bytes += seed
        }
        return bytes.prefix(count)
    }

    /// POSIX ustar.
    private static func entry(_ name: String, _ content: Data) -> Data {
        var header = Data(count: 512)
        func put(_ text: String, at offset: Int) {
            header.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
        }
        put(name, at: 0)
        put("0000644", at: 100)
        let size = String(content.count, radix: 8)
        put(String(repeating: "0", count: 11 - size.count) + size, at: 124)
        put("ustar", at: 257)
        return header + content + Data(count: (512 - content.count % 512) % 512)
    }
}
