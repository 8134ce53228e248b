import Core
import Foundation
import Testing

@testable import Files

@Suite struct PopplerPagesTests {
    private let page = Data(
        """
        %PDF-1.4
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R>> endobj
        4 0 obj <</Length 28>> stream
        1 0 0 rg 0 0 100 100 re f
        endstream endobj
        trailer <</Root 1 0 R>>

        """.utf8)

    @Test func `the first page is drawn in its proportions and colours`() async throws {
        let drawn = try #require(await PopplerPages().firstPage(of: page, width: 80))
        #expect(drawn.width == 80 && drawn.height == 40)
        #expect(Array(drawn.colours[0..<3]) == [255, 0, 0])
        #expect(Array(drawn.colours.suffix(3)) == [255, 255, 255])
    }

    @Test func `what is no PDF gives no picture`() async {
        #expect(await PopplerPages().firstPage(of: Data("no pdf".utf8), width: 80) == nil)
        #expect(await PopplerPages().firstPage(of: Data(), width: 80) == nil)
    }

    @Test func `where the program is missing there is no picture`() async {
        #expect(await PopplerPages(program: "/nowhere/pdftoppm").firstPage(of: page, width: 80) == nil)
    }

    @Test(.timeLimit(.minutes(1))) func `a program that never ends, reads nothing or writes too much is stopped`()
        async throws
    {
        for script in ["exec sleep 60", "exec cat /dev/zero", "exit 0"] {
            let program = FileManager.default.temporaryDirectory.appending(path: "draw-\(UUID().uuidString)")
            try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program.path)
            defer { try? FileManager.default.removeItem(at: program) }
            let large = page + Data(count: 1_000_000)
            #expect(await PopplerPages(program: program.path).firstPage(of: large, width: 80) == nil, "\(script)")
        }
    }

    @Test(arguments: [
        "P6", "P6 1 1 255", "P6 0 1 255 ", "P5 1 1 255 abc", "P6 2 1 255 abc", "P6 99999 1 255 a", "P6 -1 1 255 a",
    ])
    func `a picture that is none is refused`(text: String) { #expect(PortablePixmap.read(Data(text.utf8)) == nil) }
}
