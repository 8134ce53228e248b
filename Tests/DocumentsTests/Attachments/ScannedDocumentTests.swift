import Core
import Foundation
import Testing

@testable import Documents

@Suite struct ScannedDocumentTests {
    /// Noise, which no compression makes small.
    private func page(_ width: Int, _ height: Int, resolution: Int = 200, quality: Int32 = 80) throws -> ScannedPage {
        var random = Xorshift(state: 7)
        let colours = (0..<width * height * 3).map { _ in UInt8.random(in: 0...255, using: &random) }
        let pixels = PhotoPixels(width: width, height: height, colours: colours)
        return ScannedPage(jpeg: Data(try #require(pixels.jpeg(quality: quality))), resolution: resolution)
    }

    @Test func `pages become one PDF that a form takes, each at its size on paper and byte for byte`() throws {
        let pages = [try page(165, 234, resolution: 20), try page(100, 50, resolution: 100)]
        let document = try ScannedDocument(of: pages, limit: 2_097_152)
        #expect(document.reducedTo == nil)
        let file = try AttachmentInspection.examine(document.pdf, as: .qualificationScan, AttachmentRules())
        #expect(file.pages == 2)
        for page in pages { #expect(document.pdf.range(of: page.jpeg) != nil) }
        try withFiles([Array(document.pdf)]) { paths in
            let info = try Command("/usr/bin/pdfinfo", ["-l", "2", paths[0]]).output
            #expect(info.contains("Page    1 size:  594 x 842 pts") && info.contains("Page    2 size:  72 x 36 pts"))
            #expect(try Command("/usr/bin/qpdf", ["--check", paths[0]]).status == 0)
        }
    }

    @Test func `pages that are too large come at a coarser resolution, which is told`() throws {
        let pages = [try page(400, 560), try page(400, 560)]
        let full = try ScannedDocument(of: pages, limit: 2_097_152).pdf.count
        let reduced = try ScannedDocument(of: pages, limit: full * 2 / 3)
        #expect(reduced.reducedTo == 150 && reduced.pdf.count <= full * 2 / 3)
        let coarse = try ScannedDocument(of: pages, limit: full / 5)
        #expect([100, 75].contains(coarse.reducedTo) && coarse.pdf.count <= full / 5)
        #expect(try AttachmentInspection.examine(coarse.pdf, as: .educationProof, AttachmentRules()).pages == 2)
        #expect(throws: AttachmentFinding.tooLarge(limit: 5_000)) { try ScannedDocument(of: pages, limit: 5_000) }
    }

    @Test func `what is no page is refused`() throws {
        #expect(throws: AttachmentFinding.noPages) { try ScannedDocument(of: [], limit: 1_000) }
        let junk = ScannedPage(jpeg: Data("no jpeg".utf8), resolution: 200)
        #expect(throws: AttachmentFinding.damagedPhoto) { try ScannedDocument(of: [junk], limit: 1_000) }
    }

    @Test func `a hand on a picture becomes strokes, and what is none says why`() throws {
        let ink = try #require(Self.ink.jpeg(quality: 90))
        #expect(try SignaturePicture.signature(in: ink).strokes.count == 1)
        let paper = PhotoPixels(width: 300, height: 100, colours: [UInt8](repeating: 240, count: 300 * 100 * 3))
        let blank = try #require(paper.jpeg(quality: 90))
        #expect(throws: SignaturePictureProblem.blank) { try SignaturePicture.signature(in: blank) }
        #expect(throws: SignaturePictureProblem.notJPEG) { try SignaturePicture.signature(in: Array("[]".utf8)) }
        #expect(throws: SignaturePictureProblem.notJPEG) { try SignaturePicture.signature(in: Array(ink.prefix(60))) }
    }

    /// One stroke on paper.
    private static let ink = PhotoPixels(
        width: 300, height: 100,
        colours: (0..<300 * 100).flatMap { dot -> [UInt8] in
            let (x, y) = (dot % 300, dot / 300)
            return abs(x - 3 * y) < 3 && (20..<80).contains(y) ? [30, 30, 90] : [240, 240, 235]
        })
}
