import Core
import Crypto
package import Foundation

/// An update bundle, opened: its signature is good, its manifest read; its parts are not looked at yet.
package struct UpdateBundle: Sendable {
    package let manifest: UpdateManifest
    private let file: URL
    private let places: [String: Range<UInt64>]

    /// - Parameter authority: PEM file of the certificate that must have signed.
    package init(_ file: URL, authority: String) throws(UpdateRefusal) {
        let places = try Self.members(of: file)
        func content(_ name: String) throws(UpdateRefusal) -> Data {
            guard let place = places[name], place.count < 100_000 else { throw .unreadable("it has no \(name)") }
            do { return try Self.read(file, place) } catch { throw .unreadable("it cannot be read") }
        }
        let text = try content("manifest")
        guard SignedFile.isGood(try content("manifest.p7s"), over: text, authority: authority) else { throw .signature }
        manifest = try UpdateManifest(String(decoding: text, as: UTF8.self))
        self.file = file
        self.places = places
        for part in UpdatePart.allCases where places[manifest.member(part)]?.count != manifest.brought(part)?.size {
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
        case is PatchDecoder.Damage: .part(part.rawValue)
        default: .machine("\(error)")
        }
    }

    /// Hands over what the bundle holds of the part: all of it, or a patch.
    private func readAsBrought(
        _ part: UpdatePart, from offset: Int = 0, by length: Int = 4 << 20, _ take: (Data) throws -> Void
    ) throws(UpdateRefusal) {
        guard let place = places[manifest.member(part)] else { throw .part(part.rawValue) }
        do {
            let handle = try FileHandle(forReadingFrom: file)
            defer { try? handle.close() }
            var at = place.lowerBound + UInt64(offset)
            try handle.seek(toOffset: at)
            while at < place.upperBound {
                let count = Int(min(UInt64(length), place.upperBound - at))
                guard let piece = try handle.read(upToCount: count), !piece.isEmpty else {
                    throw UpdateRefusal.part(part.rawValue)
                }
                try take(piece)
                at += UInt64(piece.count)
            }
        } catch { throw Self.refusal(error, part) }
    }

    private static func read(_ file: URL, _ place: Range<UInt64>) throws -> Data {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        try handle.seek(toOffset: place.lowerBound)
        return try handle.read(upToCount: place.count) ?? Data()
    }

    /// Where the members of a ustar archive lie. Names of our own, ASCII, without folders.
    private static func members(of file: URL) throws(UpdateRefusal) -> [String: Range<UInt64>] {
        do {
            let handle = try FileHandle(forReadingFrom: file)
            defer { try? handle.close() }
            var places: [String: Range<UInt64>] = [:]
            var at: UInt64 = 0
            while places.count < 16 {
                try handle.seek(toOffset: at)
                guard let header = try handle.read(upToCount: 512), header.count == 512, header.first != 0 else {
                    break
                }
                let name = String(decoding: header.prefix(100).prefix { $0 != 0 }, as: UTF8.self)
                let digits = String(decoding: header[124..<135], as: UTF8.self)
                guard let size = UInt64(digits, radix: 8), size <= 1 << 32 else {
                    throw UpdateRefusal.unreadable("its table")
                }
                places[name] = at + 512..<at + 512 + size
                at += 512 + (size + 511) / 512 * 512
            }
            guard !places.isEmpty else { throw UpdateRefusal.unreadable("it is empty") }
            return places
        } catch let refusal as UpdateRefusal { throw refusal } catch { throw .unreadable("it cannot be read") }
    }
}

extension UpdateManifest {
    /// The name under which a bundle holds the part.
    func member(_ part: UpdatePart) -> String { base?.patches[part] == nil ? part.rawValue : "\(part.rawValue).patch" }

    /// What a bundle holds of the part.
    func brought(_ part: UpdatePart) -> Content? { base?.patches[part] ?? parts[part] }
}
