import ArgumentParser
import Core
import Documents
import Foundation
import Testing

@testable import Kiosk

@Suite struct PaperCommandTests {
    @Test func `every paper is listed with its Chinese name, and a site's own layout is marked`() async throws {
        try await withFolder { folder in
            let names = PaperCommand.names(overriddenIn: folder).split(separator: "\n")
            #expect(names.count == PaperName.allCases.count)
            #expect(names.contains { $0.hasPrefix("correction-notice") && $0.hasSuffix("补正告知书") })
            try TemplateLibrary.shipped(.correctionNotice).write(to: folder.appending(path: "correction-notice.json"))
            let marked = PaperCommand.names(overriddenIn: folder).split(separator: "\n")
            #expect(marked.filter { $0.hasSuffix("(site's own layout)") }.count == 1)
        }
    }

    @Test func `a preview is the paper in a file`() async throws {
        try await withFolder { folder in
            let file = folder.appending(path: "preview.pdf")
            try await Self.run(["rename-list", "--sample", "--longest", "--output", file.path])
            #expect(PaperPress.pageCount(of: Array(try Data(contentsOf: file))) == 3)
        }
    }

    @Test func `the layout that comes with the program passes its own check`() async throws {
        try await withFolder { folder in
            let file = folder.appending(path: "hand-over-list.json")
            try await Self.run(["hand-over-list", "--layout", "--output", file.path])
            try await Self.run(["--check", folder.path])
        }
    }

    /// The second is well-formed, and the longest names do not fit.
    @Test(arguments: [("\"floor\": 759.29", "\"floor\": \"low\""), ("\"floor\": 759.29", "\"floor\": 700")])
    func `a check fails where a layout is wrong or does not hold its paper`(_ old: String, _ new: String)
        async throws
    {
        try await withFolder { folder in
            let shipped = String(decoding: TemplateLibrary.shipped(.acceptanceNotice), as: UTF8.self)
            try #require(shipped.contains(old))
            try Data(shipped.replacing(old, with: new).utf8)
                .write(to: folder.appending(path: "acceptance-notice.json"))
            await #expect(throws: ExitCode.failure) { try await Self.run(["--check", folder.path]) }
        }
    }

    @Test(arguments: [[], ["--sample"], ["letter", "--sample"], ["--list", "--check", "a"]] as [[String]])
    func `a call that says nothing clear is refused with a word`(_ arguments: [String]) {
        #expect(throws: (any Error).self) { try PaperCommand.parse(arguments) }
    }

    private static func run(_ arguments: [String]) async throws {
        var command = try PaperCommand.parse(arguments)
        if command.fonts == nil { command.fonts = repositoryFile(".build/fonts").path }
        try await command.run()
    }

    private func withFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "papers-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }
}
