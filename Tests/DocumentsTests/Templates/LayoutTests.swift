import Core
import Foundation
import Testing

@testable import Documents

@Suite struct LayoutTests {
    @Test(arguments: PaperName.allCases, PaperSamples.Length.allCases)
    func `every paper says all that its layout names, also with the longest names`(
        _ paper: PaperName, _ length: PaperSamples.Length
    ) async throws {
        let pdf = try await Press.shared().sample(paper, length, at: Sample.noon)
        let text = try text(of: pdf).condensed
        let words = try PaperSamples.words(of: paper, length, at: Sample.noon)
        let template = try TemplateLibrary().template(of: paper)
        for name in Self.names(template) {
            let value = words.texts[name] ?? ""
            // A QR code is no text; a number of the sheet is not the paper's own.
            guard name != "verificationLink", !PaperVocabulary.pageNumbers.contains(name) else { continue }
            #expect(!value.isEmpty && text.contains(value.condensed), "\(name) is missing on \(paper.rawValue)")
        }
        for row in words.lists.values.joined() {
            for value in row.values { #expect(text.contains(value.condensed), "\(value) is missing") }
        }
        if template.isOneSheet { #expect(PaperPress.pageCount(of: pdf) == 1) }
    }

    @Test(arguments: [
        PaperName.acceptanceNotice, .filingReceipt, .registrationCertificate, .testSheet,
    ])
    func `what must be one sheet is told to be one`(_ paper: PaperName) throws {
        #expect(try TemplateLibrary().template(of: paper).isOneSheet)
    }

    @Test(arguments: PaperName.allCases)
    func `a layout may name what its paper gives, and nothing else`(_ paper: PaperName) throws {
        let vocabulary = PaperVocabulary(of: paper)
        let words = try PaperSamples.words(of: paper, .ordinary, at: Sample.noon)
        #expect(Set(words.texts.keys) == vocabulary.texts)
        #expect(Set(words.lists.keys) == Set(vocabulary.lists.keys))
        for (name, columns) in vocabulary.lists {
            for row in words.lists[name] ?? [] { #expect(Set(row.keys) == columns) }
        }
        let known = vocabulary.texts.union(vocabulary.lists.keys).union(vocabulary.parts)
        #expect(vocabulary.required.isSubset(of: known))
    }

    @Test func `a long list goes on under its head on the next sheets`() async throws {
        let pdf = try await Press.shared().sample(.renameList, .longest, at: Sample.noon)
        let pages = try #require(PaperPress.pageCount(of: pdf))
        #expect(pages > 1)
        let heads = try text(of: pdf).split(separator: "\n").count { $0.contains("证书编号") && $0.contains("持证人") }
        #expect(heads == pages)
    }

    @Test func `the correction lists every item at once, on as many sheets as they need`() async throws {
        let text = try text(of: await Press.shared().sample(.correctionNotice, .longest, at: Sample.noon)).condensed
        #expect(text.contains("共14项") && text.contains("示例补正内容之12"))
    }

    @Test func `papers other than notices say that they are none`() async throws {
        let receipt = try text(of: await Press.shared().sample(.filingReceipt, at: Sample.noon)).condensed
        #expect(receipt.contains("不是受理通知书") && !receipt.contains("沪建注"))
    }

    @Test func `the certificate's photo, code and field stand where the layout puts them`() async throws {
        let pdf = try await Press.shared().sample(.registrationCertificate, at: Sample.noon)
        #expect(PaperPress.photo(in: pdf) == (try Sample.photo()))
        let file = try PDFFile(pdf)
        let fields = try DocumentCatalog(file).fields(of: file)
        #expect(Set(fields.keys) == ["issuer"])
        try withFiles([pdf]) { paths in
            let drawn = try Command("/usr/bin/pdftoppm", ["-r", "150", "-gray", "-singlefile", paths[0], paths[0]])
            try #require(drawn.status == 0)
            let code = try Command("/usr/bin/zbarimg", ["--nodbus", "--quiet", "--raw", paths[0] + ".pgm"]).output
            #expect(code.hasPrefix("https://hall.example/verify?r=00000000-0000-4000-8000-000000000001"))
        }
    }

    private static func names(_ template: PaperTemplate) -> Set<String> {
        func names(_ element: TemplateElement) -> [String] {
            switch element.content {
            case .text(let text, _, _, _): text.names
            case .table(let rows, _): rows.flatMap(\.value.names)
            case .code(let code): code.caption.names
            case .seal(let seal): seal.office.names + seal.date.names
            case .beside(let elements, _): elements.flatMap(names)
            case .grid, .sections, .statement, .photo, .rule, .frame, .field: []
            }
        }
        return Set((template.head + template.body + template.foot).flatMap(names))
    }
}
