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
        for (part, content) in manifest.parts where places[part.rawValue]?.count != content.size {
            throw .part(part.rawValue)
        }
    }

    /// Whether this machine may take it.
    package func check(
        running: ReleaseVersion, failed: [FailedUpdate], now: Date
    ) throws(UpdateRefusal) {
        guard manifest.version > running else { throw .notNewer(manifest.version, than: running) }
        if let before = failed.first(where: { $0.version == manifest.version }) {
            throw .failedBefore(before.version, reason: before.reason)
        }
        guard manifest.expires > now else { throw .expired(manifest.expires) }
    }

    /// Hands the part's bytes over, from `offset` on, in pieces of this many.
    package func read(
        _ part: UpdatePart, from offset: Int = 0, by length: Int = 4 << 20, _ take: (Data) throws -> Void
    ) throws(UpdateRefusal) {
        guard let place = places[part.rawValue] else { throw .part(part.rawValue) }
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
        } catch let refusal as UpdateRefusal { throw refusal } catch { throw .machine("\(error)") }
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
