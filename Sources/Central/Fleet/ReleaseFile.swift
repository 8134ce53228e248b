import Crypto
import Foundation

/// An update's file, as far as the store looks into it: a tar with a manifest whose parts are all there and are what it
/// says. Whether it may be trusted is for the machines to judge, which know the update key.
struct ReleaseFile: Hashable, Sendable {
    let version: ReleaseNumber
    /// 64 hexadecimal digits.
    let rootHash: String
    /// What its patches are made over; nil for a bundle that brings all.
    let base: Base?
    /// No machine takes it after this.
    let expires: Date
    /// SHA-256 of the whole file, hexadecimal.
    let digest: String
    /// Bytes.
    let size: Int

    struct Base: Hashable, Sendable {
        let version: ReleaseNumber
        let rootHash: String
    }

    init(_ file: URL) throws(ReleaseFault) {
        let archive = try TarArchive(file)
        let manifest = try Self.manifest(archive)
        guard let version = manifest["version"].flatMap({ ReleaseNumber($0) }),
            let rootHash = manifest["roothash"].flatMap(Self.hash),
            let expires = manifest["expires"].flatMap({ try? Date($0, strategy: .iso8601) })
        else { throw .noBundle("its manifest lacks version, roothash or expires") }
        self.version = version
        self.rootHash = rootHash
        self.expires = expires
        if let text = manifest["base"] {
            guard let version = ReleaseNumber(text), let hash = manifest["base.roothash"].flatMap(Self.hash) else {
                throw .noBundle("its manifest names a base that is none")
            }
            base = Base(version: version, rootHash: hash)
        } else {
            base = nil
        }
        try Self.checkParts(of: manifest, in: archive)
        (digest, size) = (try archive.digest(), archive.size)
    }

    private static func manifest(_ archive: TarArchive) throws(ReleaseFault) -> [String: String] {
        guard archive.members["manifest.p7s"] != nil else { throw .noBundle("it has no signature") }
        let text = String(decoding: try archive.content("manifest", most: 100_000), as: UTF8.self)
        var values: [String: String] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: "=", maxSplits: 1).map(String.init)
            guard words.count == 2, values.updateValue(words[1], forKey: words[0]) == nil else {
                throw .noBundle("its manifest cannot be read")
            }
        }
        guard values["format"] == "1" || values["format"] == "2" else {
            throw .noBundle("its manifest is of format \(values["format"] ?? "none")")
        }
        return values
    }

    /// Members that the manifest names with size and SHA-256 are there and are so.
    private static func checkParts(of manifest: [String: String], in archive: TarArchive) throws(ReleaseFault) {
        var found = 0
        for name in archive.members.keys.sorted() where !name.hasPrefix("manifest") {
            let words = (manifest[name] ?? "").split(separator: " ")
            guard words.count == 2, let size = Int(words[0]) else { throw .noBundle("its manifest names no \(name)") }
            guard archive.members[name]?.count == size, try archive.digest(of: name) == words[1] else {
                throw .damaged(name)
            }
            found += 1
        }
        guard found == 3 else { throw .noBundle("it brings \(found) parts instead of 3") }
    }

    private static func hash(_ text: String) -> String? {
        text.wholeMatch(of: /[0-9a-f]{64}/).map { String($0.0) }
    }
}

/// Three numbers: `1.4.0`.
struct ReleaseNumber: Hashable, Sendable, Comparable, CustomStringConvertible {
    let description: String

    /// Nil for anything else.
    init?(_ text: String) {
        guard text.wholeMatch(of: /[0-9]{1,9}\.[0-9]{1,9}\.[0-9]{1,9}/) != nil else { return nil }
        description = text
    }

    private var numbers: [Int] { description.split(separator: ".").compactMap { Int($0) } }

    static func < (one: ReleaseNumber, other: ReleaseNumber) -> Bool {
        one.numbers.lexicographicallyPrecedes(other.numbers)
    }
}

/// Why a release cannot be taken up, or offered, in words for the operator.
enum ReleaseFault: Error, Hashable, CustomStringConvertible {
    case noBundle(String)
    /// A part that is not what the manifest says.
    case damaged(String)
    case expired(Date)
    /// One version is one root.
    case otherContent(ReleaseNumber)
    case unknown(String)
    case audience(String)
    case disk(String)

    var description: String {
        switch self {
        case .noBundle(let why): "not an update bundle: \(why)"
        case .damaged(let name): "\(name) in it is damaged: it is not what the manifest says"
        case .expired(let date): "no machine takes it any more: it expired on \(date.ISO8601Format())"
        case .otherContent(let version):
            "another \(version) is here already; a version is made once: give the new one a new number"
        case .unknown(let version): "no file of version \(version) is here: central release add FILE"
        case .audience(let words): words
        case .disk(let words): words
        }
    }
}
