import Core
import Crypto
package import Foundation
package import UpdateFormat

/// An update bundle, opened: its signature is good, its manifest read; its parts are not looked at yet.
package struct UpdateBundle: Sendable {
    package let manifest: UpdateManifest
    private let archive: TarArchive

    /// - Parameter authority: PEM file of the certificate that must have signed.
    package init(_ file: URL, authority: String) throws(UpdateRefusal) {
        let (text, signature): (Data, Data)
        do {
            archive = try TarArchive(file)
            text = try archive.content("manifest")
            signature = try archive.content("manifest.p7s")
        } catch { throw UpdateRefusal(error) }
        guard SignedFile.isGood(signature, over: text, authority: authority) else { throw .signature }
        do { manifest = try UpdateManifest(String(decoding: text, as: UTF8.self)) } catch {
            throw UpdateRefusal(error)
        }
        for part in UpdatePart.allCases
        where archive.members[manifest.member(part)]?.count != manifest.brought(part)?.size {
            throw .part(part.rawValue)
        }
    }

    /// Whether this machine may take it. Nothing on it is changed before.
    package func check(
        running: RunningParts, failed: [FailedUpdate], now: Date
    ) throws(UpdateRefusal) {
        guard manifest.version > running.version else {
            throw .notNewer(manifest.version, than: running.version)
        }
        if let before = failed.first(where: { $0.version == manifest.version }) {
            throw .failedBefore(before.version, reason: before.reason)
        }
        guard manifest.expires > now else { throw .expired(manifest.expires) }
        if let base = manifest.base { try check(base, running) }
    }

    /// Whether its patches are whole, and made over what runs here. The old root is not read for it: what comes of the
    /// patch is compared with the manifest anyway.
    private func check(_ base: UpdateManifest.Base, _ running: RunningParts) throws(UpdateRefusal) {
        guard base.version == running.version, base.rootHash == running.rootHash,
            let kernel = base.parts[.kernel], let old = MappedFile(running.kernel, count: kernel.size),
            SHA256.hash(data: old.bytes).hex == kernel.digest
        else { throw .otherBase(base.version, running: running.version) }
        for (part, patch) in base.patches {
            var hash = SHA256()
            try readAsBrought(part) { hash.update(data: $0) }
            guard hash.finalize().hex == patch.digest else { throw .part(part.rawValue) }
        }
    }

    /// Hands the part over as the disk is to hold it, from `offset` on, in pieces of this many bytes.
    package func read(
        _ part: UpdatePart, from offset: Int = 0, by length: Int = 4 << 20, over running: RunningParts,
        _ take: (Data) throws -> Void
    ) throws(UpdateRefusal) {
        guard let base = manifest.base, base.patches[part] != nil else {
            return try readAsBrought(part, from: offset, by: length, take)
        }
        guard let count = base.parts[part]?.size, let old = MappedFile(running.path(of: part), count: count),
            let decoder = PatchDecoder(over: old.bytes)
        else { throw .machine("\(part.rawValue) of version \(running.version) cannot be read") }
        var (made, piece) = (0, Data(capacity: length))
        try withExtendedLifetime(old) { () throws(UpdateRefusal) in
            try readAsBrought(part) { patch in
                try decoder.decode(patch) { bytes in
                    // A second try makes all of it again, and passes over what is there.
                    var bytes = bytes[max(0, min(bytes.count, offset - made))...]
                    made += bytes.startIndex + bytes.count
                    while !bytes.isEmpty {
                        let fitting = bytes.prefix(length - piece.count)
                        piece.append(contentsOf: fitting)
                        bytes = bytes[fitting.endIndex...]
                        guard piece.count == length else { continue }
                        try take(piece)
                        piece.removeAll(keepingCapacity: true)
                    }
                }
            }
            do {
                try decoder.finish()
                if !piece.isEmpty { try take(piece) }
            } catch { throw Self.refusal(error, part) }
        }
    }

    private static func refusal(_ error: any Error, _ part: UpdatePart) -> UpdateRefusal {
        switch error {
        case let refusal as UpdateRefusal: refusal
        case is PatchDecoder.Damage, is UpdateFormatFault: .part(part.rawValue)
        default: .machine("\(error)")
        }
    }

    /// Hands over what the bundle holds of the part: all of it, or a patch.
    private func readAsBrought(
        _ part: UpdatePart, from offset: Int = 0, by length: Int = 4 << 20, _ take: (Data) throws -> Void
    ) throws(UpdateRefusal) {
        guard let place = archive.members[manifest.member(part)] else { throw .part(part.rawValue) }
        do { try archive.read(place.dropFirst(offset), by: length, take) } catch { throw Self.refusal(error, part) }
    }
}

extension UpdateRefusal {
    init(_ fault: UpdateFormatFault) {
        switch fault {
        case .unreadable(let what): self = .unreadable(what)
        case .format(let text): self = .format(text)
        }
    }
}
