import Core
import Crypto
import Foundation

/// Where the members of a ustar archive lie: an update's, with names of ours and no folders.
struct TarArchive {
    let file: URL
    /// Bytes of the whole file.
    let size: Int
    let members: [String: Range<Int>]

    init(_ file: URL) throws(ReleaseFault) {
        self.file = file
        do {
            let handle = try FileHandle(forReadingFrom: file)
            defer { try? handle.close() }
            let end = Int(try handle.seekToEnd())
            var members: [String: Range<Int>] = [:]
            var at = 0
            while members.count < 16, at + 512 <= end {
                try handle.seek(toOffset: UInt64(at))
                guard let header = try handle.read(upToCount: 512), header.count == 512, header.first != 0 else {
                    break
                }
                guard header[257..<262].elementsEqual("ustar".utf8),
                    let size = Int(String(decoding: header[124..<135], as: UTF8.self), radix: 8),
                    at + 512 + size <= end
                else { throw ReleaseFault.noBundle("it is no whole tar") }
                let name = String(decoding: header.prefix(100).prefix { $0 != 0 }, as: UTF8.self)
                members[name] = at + 512..<at + 512 + size
                at += 512 + (size + 511) / 512 * 512
            }
            guard !members.isEmpty else { throw ReleaseFault.noBundle("it is no tar") }
            (self.size, self.members) = (end, members)
        } catch let fault as ReleaseFault { throw fault } catch { throw .noBundle("it cannot be read") }
    }

    func content(_ name: String, most: Int) throws(ReleaseFault) -> Data {
        guard let place = members[name], place.count <= most else { throw .noBundle("it has no \(name)") }
        var content = Data()
        try read(place) { content += $0 }
        return content
    }

    /// SHA-256, hexadecimal, of a member, or of all.
    func digest(of name: String? = nil) throws(ReleaseFault) -> String {
        var hash = SHA256()
        try read(name.flatMap { members[$0] } ?? 0..<size) { hash.update(data: $0) }
        return hash.finalize().hex
    }

    private func read(_ place: Range<Int>, _ take: (Data) -> Void) throws(ReleaseFault) {
        do {
            let handle = try FileHandle(forReadingFrom: file)
            defer { try? handle.close() }
            try handle.seek(toOffset: UInt64(place.lowerBound))
            var left = place.count
            while left > 0 {
                guard let piece = try handle.read(upToCount: min(left, 1 << 20)), !piece.isEmpty else {
                    throw ReleaseFault.noBundle("it ends too early")
                }
                take(piece)
                left -= piece.count
            }
        } catch let fault as ReleaseFault { throw fault } catch { throw .noBundle("it cannot be read") }
    }
}
