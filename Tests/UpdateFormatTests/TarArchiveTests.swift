import Foundation
import Testing
import UpdateFormat

struct TarArchiveTests {
    private static let contents = [
        "one": Data("manifest\n".utf8), "two": Data((0..<2_000).map { UInt8(truncatingIfNeeded: $0) }), "three": Data(),
    ]

    /// By tar, as image/make-bundle asks it to.
    private func archive(_ names: String...) throws -> Data {
        try withFile { folder in
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for name in names { try Self.contents[name]?.write(to: folder.appending(path: name)) }
            let tar = Process()
            tar.executableURL = URL(filePath: "/usr/bin/tar")
            tar.arguments = ["-C", folder.path, "--format=ustar", "-cf", folder.path + "/tar"] + names
            try tar.run()
            tar.waitUntilExit()
            return try Data(contentsOf: folder.appending(path: "tar"))
        }
    }

    /// A place for a file or a folder.
    private func withFile<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let place = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: place) }
        return try body(place)
    }

    private func withArchive(_ data: Data, _ body: (URL) throws -> Void) throws {
        try withFile { file in
            try data.write(to: file)
            try body(file)
        }
    }

    private func fault(of data: Data) throws -> UpdateFormatFault? {
        var fault: UpdateFormatFault?
        try withArchive(data) { file in
            do throws(UpdateFormatFault) { _ = try TarArchive(file) } catch { fault = error }
        }
        return fault
    }

    @Test func `members are found, read whole, in pieces and from a place on`() throws {
        let data = try archive("one", "two", "three")
        try withArchive(data) { file in
            let archive = try TarArchive(file)
            #expect(archive.size == data.count && Set(archive.members.keys) == Set(Self.contents.keys))
            for (name, content) in Self.contents { #expect(try archive.content(name) == content, "\(name)") }
            var pieces: [Data] = []
            let place = try #require(archive.members["two"])
            try archive.read(place.dropFirst(100), by: 700) { pieces.append($0) }
            #expect(pieces.map(\.count) == [700, 700, 500])
            #expect(Data(pieces.joined()) == Self.contents["two"]?.dropFirst(100))
            #expect(throws: UpdateFormatFault.unreadable("it has no two")) { try archive.content("two", most: 1_999) }
            #expect(throws: UpdateFormatFault.unreadable("it has no four")) { try archive.content("four") }
        }
    }

    @Test(arguments: ["-0000000001", "+0000000001", "0000000000x", "77777777777", "           "])
    func `a size that is none, or that goes beyond the file, is refused`(size: String) throws {
        var data = try archive("one")
        data.replaceSubrange(124..<135, with: size.utf8)
        #expect(try fault(of: data) == .unreadable("it is no whole tar"))
    }

    @Test func `what is no tar, or has a name twice, is refused`() throws {
        #expect(try fault(of: Data()) == .unreadable("it is no tar"))
        #expect(try fault(of: Data(count: 9_000)) == .unreadable("it is no tar"))
        #expect(try fault(of: Data(repeating: 0x41, count: 9_000)) == .unreadable("it is no whole tar"))
        let member = try archive("one").prefix(1_024)
        #expect(try fault(of: member) == nil)
        #expect(try fault(of: member + member) == .unreadable("it has one twice"))
        let missing = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        #expect(throws: UpdateFormatFault.unreadable("it cannot be read")) { try TarArchive(missing) }
    }

    @Test func `cut off anywhere it is refused, or lacks members, and never gives half of one`() throws {
        let data = try archive("one", "two")
        for end in stride(from: 0, to: 4_096, by: 97) {
            try withArchive(data.prefix(end)) { (file: URL) throws in
                guard let archive = try? TarArchive(file) else { return }
                for name in archive.members.keys {
                    #expect(try archive.content(name) == Self.contents[name], "\(end) bytes")
                }
            }
        }
    }

    @Test func `a file that was cut off after it was opened ends too early`() throws {
        let data = try archive("one", "two")
        try withArchive(data) { file in
            let archive = try TarArchive(file)
            let place = try #require(archive.members["two"])
            try data.prefix(place.lowerBound + 100).write(to: file)
            #expect(throws: UpdateFormatFault.unreadable("it ends too early")) { try archive.read(place) { _ in } }
            #expect(throws: UpdateFormatFault.self) { try archive.content("two") }
        }
    }
}
