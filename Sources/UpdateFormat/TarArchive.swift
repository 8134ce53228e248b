package import Foundation

/// Where the members of a ustar archive lie: an update's, with names of ours, ASCII, without folders.
package struct TarArchive: Sendable {
    package let file: URL
    /// Bytes of the whole file.
    package let size: Int
    package let members: [String: Range<Int>]

    package init(_ file: URL) throws(UpdateFormatFault) {
        self.file = file
        do {
            let handle = try FileHandle(forReadingFrom: file)
            defer { try? handle.close() }
            size = Int(try handle.seekToEnd())
            members = try Self.members(handle, size)
        } catch let fault as UpdateFormatFault { throw fault } catch { throw .unreadable("it cannot be read") }
    }

    private static func members(_ handle: FileHandle, _ end: Int) throws -> [String: Range<Int>] {
        var members: [String: Range<Int>] = [:]
        var at = 0
        while members.count < 16, at + header <= end {
            try handle.seek(toOffset: UInt64(at))
            guard let bytes = try handle.read(upToCount: header), bytes.count == header, bytes.first != 0 else { break }
            let start = at + header
            guard bytes[257..<262].elementsEqual("ustar".utf8),
                let size = octal(bytes[124..<135]), size <= end - start
            else { throw UpdateFormatFault.unreadable("it is no whole tar") }
            let name = String(decoding: bytes.prefix(100).prefix { $0 != 0 }, as: UTF8.self)
            guard members.updateValue(start..<start + size, forKey: name) == nil else {
                throw UpdateFormatFault.unreadable("it has \(name) twice")
            }
            at = start + (size + header - 1) / header * header
        }
        guard !members.isEmpty else { throw UpdateFormatFault.unreadable("it is no tar") }
        return members
    }

    private static func octal(_ digits: Data) -> Int? {
        guard digits.allSatisfy({ (0x30...0x37).contains($0) }) else { return nil }
        return Int(String(decoding: digits, as: UTF8.self), radix: 8)
    }

    /// Bytes of a member's header, and of what members are filled up to.
    private static let header = 512

    package func content(_ name: String, most: Int = 100_000) throws(UpdateFormatFault) -> Data {
        guard let place = members[name], place.count <= most else { throw .unreadable("it has no \(name)") }
        var content = Data()
        do { try read(place) { content += $0 } } catch { throw .unreadable("it cannot be read") }
        return content
    }

    /// Hands over what lies there, in pieces of this many bytes.
    package func read(_ place: Range<Int>, by length: Int = 1 << 20, _ take: (Data) throws -> Void) throws {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        try handle.seek(toOffset: UInt64(place.lowerBound))
        var left = place.count
        while left > 0 {
            guard let piece = try handle.read(upToCount: min(left, length)), !piece.isEmpty else {
                throw UpdateFormatFault.unreadable("it ends too early")
            }
            try take(piece)
            left -= piece.count
        }
    }
}
