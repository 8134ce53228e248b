import Core
import Files
import Foundation
import Testing

@Suite struct StickFilesTests {
    private let pdf = Data("%PDF-1.4 scan".utf8)

    private func path(_ names: String...) throws -> SourcePath {
        var path = SourcePath.root
        for name in names { path = try #require(path.appending(name)) }
        return path
    }

    @Test func `what is on the stick is listed by content, folders first`() async throws {
        try await withStick { stick, folder in
            try pdf.write(to: folder.appending(path: "二资.pdf"))
            try (Data([0xFF, 0xD8, 0xFF]) + Data(count: 9)).write(to: folder.appending(path: "photo.PDF"))
            try Data("text".utf8).write(to: folder.appending(path: "a.txt"))
            try FileManager.default.createDirectory(
                at: folder.appending(path: "z"), withIntermediateDirectories: true)
            try Data().write(to: folder.appending(path: ".hidden.pdf"))
            let list = try await stick.list(.root)
            #expect(
                list.entries == [
                    SourceEntry(name: "z", content: .folder),
                    SourceEntry(name: "a.txt", content: .file(nil, byteCount: 4)),
                    SourceEntry(name: "photo.PDF", content: .file(.jpeg, byteCount: 12)),
                    SourceEntry(name: "二资.pdf", content: .file(.pdf, byteCount: 13)),
                ])
            #expect(!list.isCutOff)
            #expect(try await stick.read(path("二资.pdf"), limit: 13) == pdf)
            #expect(try await stick.list(path("z")).entries.isEmpty)
        }
    }

    @Test func `a file that is larger than what is taken is not read`() async throws {
        try await withStick { stick, folder in
            try Data(count: 101).write(to: folder.appending(path: "large"))
            await #expect(throws: FileFault.tooLarge) { try await stick.read(path("large"), limit: 100) }
        }
    }

    @Test(arguments: ["", ".", "..", "a/b", "/etc", "../secret", "a\0b", "/"])
    func `no name leads out of its folder`(name: String) { #expect(SourcePath.root.appending(name) == nil) }

    @Test func `nobody goes deeper than people put their files`() throws {
        var path: SourcePath? = .root
        for _ in 0..<40 { path = path?.appending("d") }
        #expect(path == nil)
    }

    @Test func `links, pipes and devices are neither shown nor read`() async throws {
        try await withStick { stick, folder in
            let secret = folder.deletingLastPathComponent().deletingLastPathComponent().appending(path: "secret.pdf")
            try pdf.write(to: secret)
            let manager = FileManager.default
            try manager.createSymbolicLink(at: folder.appending(path: "link.pdf"), withDestinationURL: secret)
            try manager.createSymbolicLink(
                at: folder.appending(path: "up"), withDestinationURL: secret.deletingLastPathComponent())
            #expect(mkfifo(folder.appending(path: "pipe.pdf").path, 0o600) == 0)
            #expect(try await stick.list(.root).entries.isEmpty)
            for place in [try path("link.pdf"), try path("up", "secret.pdf"), try path("pipe.pdf")] {
                await #expect(throws: FileFault.unreadable) { try await stick.read(place, limit: 1_000) }
            }
            await #expect(throws: FileFault.unreadable) { try await stick.list(path("up")) }
        }
    }

    @Test func `a stick that is itself a link is none`() async throws {
        try await withStick { stick, folder in
            let elsewhere = folder.deletingLastPathComponent().deletingLastPathComponent().appending(path: "elsewhere")
            try FileManager.default.moveItem(at: folder, to: elsewhere)
            try FileManager.default.createSymbolicLink(at: folder, withDestinationURL: elsewhere)
            await #expect(throws: FileFault.stickGone) { try await stick.list(.root) }
        }
    }

    @Test func `of a huge folder the first are shown, and it is said that there are more`() async throws {
        try await withStick { stick, folder in
            for number in 0..<(StickFiles.mostShown + 5) {
                try Data().write(to: folder.appending(path: String(format: "%05d", number)))
            }
            let list = try await stick.list(.root)
            #expect(list.entries.count == StickFiles.mostShown && list.isCutOff)
        }
    }

    @Test func `hostile names are shown as text and still lead to their files`() async throws {
        try await withStick { stick, folder in
            let name = "\u{1B}[2J\u{202E}fdp.\u{7}scan\n.pdf"
            try pdf.write(to: folder.appending(path: name))
            let entry = try #require(try await stick.list(.root).entries.first)
            #expect(entry.label == "·[2J·fdp.·scan·.pdf")
            #expect(try await stick.read(path(entry.name), limit: 100) == pdf)
        }
    }

    @Test func `a name that is no text is left out, and takes nothing with it`() async throws {
        try await withStick { stick, folder in
            let bytes: [CChar] = (Array(folder.path.utf8) + [0x2F, 0xFF, 0xFE]).map { CChar(bitPattern: $0) } + [0]
            let descriptor = open(bytes, O_CREAT | O_WRONLY, 0o600)
            #expect(descriptor >= 0)
            close(descriptor)
            try pdf.write(to: folder.appending(path: "good.pdf"))
            #expect(try await stick.list(.root).entries.map(\.name) == ["good.pdf"])
        }
    }

    @Test func `a stick that was pulled is said to be gone`() async throws {
        try await withStick { stick, folder in
            try pdf.write(to: folder.appending(path: "scan.pdf"))
            try FileManager.default.removeItem(at: folder)
            await #expect(throws: FileFault.stickGone) { try await stick.list(.root) }
            await #expect(throws: FileFault.stickGone) { try await stick.read(path("scan.pdf"), limit: 100) }
        }
    }

    @Test func `its coming and going is told, the present state first`() async throws {
        try await withStick { stick, folder in
            var news = stick.presence().makeAsyncIterator()
            #expect(await news.next() == true)
            try FileManager.default.removeItem(at: folder)
            #expect(await news.next() == false)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            #expect(await news.next() == true)
        }
    }
}

/// A folder of sticks with one stick in it; all of it gone afterwards.
private func withStick(_ body: (StickFiles, URL) async throws -> Void) async throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "sticks-\(UUID().uuidString)")
    let stick = root.appending(path: "sticks/USB")
    try FileManager.default.createDirectory(at: stick, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    let files = StickFiles(under: root.appending(path: "sticks").path, lookingEvery: .milliseconds(20))
    try await body(files, stick)
}
