import Core
import Crypto
import Foundation
import UpdateFormat

/// An update's file, as far as the store looks into it: a tar with a manifest whose parts are all there and are what it
/// says. Whether it may be trusted is for the machines to judge, which know the update key.
struct ReleaseFile: Hashable, Sendable {
    let version: ReleaseVersion
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
        let version: ReleaseVersion
        let rootHash: String
    }

    init(_ file: URL) throws(ReleaseFault) {
        let (archive, manifest): (TarArchive, UpdateManifest)
        do {
            archive = try TarArchive(file)
            _ = try archive.content("manifest.p7s")
            manifest = try UpdateManifest(String(decoding: try archive.content("manifest"), as: UTF8.self))
        } catch { throw ReleaseFault(error) }
        try Self.checkParts(of: manifest, in: archive)
        (version, rootHash, expires) = (manifest.version, manifest.rootHash, manifest.expires)
        base = manifest.base.map { Base(version: $0.version, rootHash: $0.rootHash) }
        (digest, size) = (try archive.digest(of: 0..<archive.size), archive.size)
    }

    /// The parts are there and are what the manifest says, and nothing else is.
    private static func checkParts(of manifest: UpdateManifest, in archive: TarArchive) throws(ReleaseFault) {
        var others = Set(archive.members.keys).subtracting(["manifest", "manifest.p7s"])
        for part in UpdatePart.allCases {
            let name = manifest.member(part)
            guard let place = archive.members[name] else { throw .noBundle("it has no \(name)") }
            guard let content = manifest.brought(part), content.size == place.count,
                try archive.digest(of: place) == content.digest
            else { throw .damaged(name) }
            others.remove(name)
        }
        if let other = others.min() { throw .noBundle("its manifest names no \(other)") }
    }
}

extension TarArchive {
    /// SHA-256, hexadecimal, of what lies there.
    fileprivate func digest(of place: Range<Int>) throws(ReleaseFault) -> String {
        var hash = SHA256()
        do { try read(place) { hash.update(data: $0) } } catch { throw .noBundle("it cannot be read") }
        return hash.finalize().hex
    }
}

/// Why a release cannot be taken up, or offered, in words for the operator.
enum ReleaseFault: Error, Hashable, CustomStringConvertible {
    case noBundle(String)
    /// A part that is not what the manifest says.
    case damaged(String)
    case expired(Date)
    /// One version is one root.
    case otherContent(ReleaseVersion)
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

extension ReleaseFault {
    fileprivate init(_ fault: UpdateFormatFault) {
        switch fault {
        case .unreadable(let why): self = .noBundle(why)
        case .format(let text): self = .noBundle("its manifest is of format \(text)")
        }
    }
}
