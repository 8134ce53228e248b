import Core
import Foundation
import Testing

@testable import Documents

/// Files of other programs: ours rewritten by qpdf in the ways that scanners and offices write theirs.
@Suite struct ForeignPDFTests {
    private func rewritten(_ pdf: [UInt8], _ options: [String]) throws -> [UInt8] {
        try withFiles([pdf]) { paths in
            let target = paths[0] + ".pdf"
            let command = try Command("/usr/bin/qpdf", options + [paths[0], target])
            try #require(command.status == 0, "\(command.output)")
            return Array(try Data(contentsOf: URL(filePath: target)))
        }
    }

    private func witnessed(_ pdf: [UInt8]) throws -> Int? {
        try withFiles([pdf]) { Int(try Command("/usr/bin/qpdf", ["--show-npages"] + $0).output.condensed) }
    }

    @Test(arguments: [
        [], ["--object-streams=generate"], ["--linearize"], ["--linearize", "--object-streams=generate"],
        ["--qdf"], ["--qdf", "--object-streams=disable"], ["--stream-data=uncompress"],
        ["--object-streams=generate", "--stream-data=uncompress"], ["--newline-before-endstream"],
    ])
    func `pages are counted as qpdf counts them`(options: [String]) async throws {
        let pdf = try rewritten(await Press.form(), options)
        let count = try ForeignPDF.pageCount(of: pdf)
        #expect(count >= 1)
        #expect(try witnessed(pdf) == count)
    }

    @Test(arguments: [1, 3, 40]) func `many pages are as many, in a tree of whatever depth`(copies: Int) async throws {
        let form = try await Press.form()
        let pdf = try withFiles([form]) { paths in
            let target = paths[0] + ".pdf"
            let sources = Array(repeating: paths[0], count: copies)
            let command = try Command(
                "/usr/bin/qpdf", ["--object-streams=generate", "--empty", "--pages"] + sources + ["--", target])
            try #require(command.status == 0, "\(command.output)")
            return Array(try Data(contentsOf: URL(filePath: target)))
        }
        #expect(try ForeignPDF.pageCount(of: pdf) == witnessed(pdf))
    }

    @Test func `a file with a password is locked`() async throws {
        let pdf = try rewritten(await Press.form(), ["--encrypt", "user", "owner", "256", "--"])
        #expect(throws: AttachmentFinding.locked) { try ForeignPDF.pageCount(of: pdf) }
    }

    @Test func `a signed form of our own is counted too, with its revisions`() async throws {
        let form = try await Press.form()
        #expect(try ForeignPDF.pageCount(of: form) == PaperPress.pageCount(of: form))
    }

    @Test(arguments: [
        ("", AttachmentFinding.notPDF), ("MZ\u{90}", .notPDF), ("<html>%pdf-1.4", .notPDF), ("%PDF-1.4", .noPages),
        ("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 1 0 R>> endobj trailer <</Root 1 0 R>>", .noPages),
        (
            "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Kids[2 0 R 2 0 R]>> endobj", .noPages
        ),
        ("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj [2 0 R] endobj", .noPages),
        ("%PDF-1.4\n1 0 obj <</Type/Page>> endobj", .noPages),
        ("%PDF-1.4\n1 0 obj <</Type/ObjStm/N 99999999/First 0/Length 5>> stream\n1 0 2\nendstream", .noPages),
    ])
    func `what has no pages is refused`(text: String, finding: AttachmentFinding) {
        #expect(throws: finding) { try ForeignPDF.pageCount(of: Array(text.utf8)) }
    }

    @Test func `a picture of a page tree inside a stream is not one`() {
        let inner = "9 0 obj <</Type/Catalog/Pages 8 0 R>> endobj 8 0 obj <</Type/Pages/Kids[7 0 R]>> endobj"
        let text = "%PDF-1.4\n1 0 obj <</Length \(inner.utf8.count)>> stream\n\(inner)\nendstream endobj"
        #expect(throws: AttachmentFinding.noPages) { try ForeignPDF.pageCount(of: Array(text.utf8)) }
    }

    @Test func `damaged files end in a count or a finding, and never in a crash`() async throws {
        let pdf = try rewritten(await Press.form(), ["--object-streams=generate"])
        var random = Xorshift(state: 77)
        for _ in 0..<150 {
            var damaged = pdf
            for _ in 0..<Int.random(in: 1...20, using: &random) {
                damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            damaged = Array(damaged.prefix(Int.random(in: 0...damaged.count, using: &random)))
            do { #expect(try ForeignPDF.pageCount(of: damaged) > 0) } catch {
                #expect([.notPDF, .noPages, .locked].contains(error))
            }
        }
    }

    @Test func `a small stream that would fill the memory is refused`() throws {
        let many = [UInt8](repeating: 0, count: 100_000)
        let packed = try withFiles([many]) { paths in
            let script = "import sys,zlib; open(sys.argv[2],'wb').write(zlib.compress(open(sys.argv[1],'rb').read()))"
            let command = try Command("/usr/bin/python3", ["-c", script, paths[0], paths[0] + ".z"])
            try #require(command.status == 0, "\(command.output)")
            return Array(try Data(contentsOf: URL(filePath: paths[0] + ".z")))
        }
        #expect(Inflation.inflate(packed[...], limit: 100_000) == many)
        #expect(Inflation.inflate(packed[...], limit: 99_999) == nil)
        #expect(Inflation.inflate(packed.dropLast(8), limit: 200_000) == nil)
        #expect(Inflation.inflate([1, 2, 3], limit: 200_000) == nil)
    }
}
