import Core
import Crypto
import Documents
import Foundation
import Testing

@Suite struct FormTests {
    @Test(arguments: ApplicationFormSample.allCases)
    func `a form says what its content says, in its order`(_ sample: ApplicationFormSample) async throws {
        let text = try text(of: await Press.form(sample))
        try expectGolden(text, "form-\(sample.rawValue)")
        let content = try Sample.content(sample.form())
        var rest = text.condensed[...]
        for piece in [content.title]
            + content.sections.flatMap({ [$0.heading] + $0.rows.flatMap { [$0.label, $0.value] } })
        {
            let range = try #require(rest.range(of: piece.condensed), "\(piece) is missing or out of order")
            rest = rest[range.upperBound...]
        }
        for statement in [content.declaration, content.opinion] {
            #expect(rest.contains(statement.text.condensed))
            #expect(rest.contains(statement.caption.condensed))
        }
    }

    @Test(arguments: ["龘𠮷䶮㛃𬱖", "努尔兰·示例", "Exämple O'Sample-Smith"])
    func `rare and foreign names are printed and can be read back`(_ name: String) async throws {
        #expect(try text(of: await Press.form(.plain, name: name)).condensed.contains(name.condensed))
    }

    @Test(arguments: [("龘𠮷䶮㛃𬱖", true), ("测试员甲", true), ("O'S", true), ("😀", false), ("测😀", false), ("\u{E000}", false)])
    func `what the papers' font has is known before anything is printed`(_ text: String, _ has: Bool) throws {
        #expect(try Press.shared().coverage.has(text) == has)
    }

    @Test(arguments: ["测试😀员", "测试\u{202E}员甲", "测试\u{200B}员甲", "测试\u{7}员甲", "测试\u{E000}员"])
    func `a character that would not be seen as it is names its field and nothing else`(_ name: String) async throws {
        let error = try await #require(throws: TypesettingFault.self) { try await Press.form(.plain, name: name) }
        #expect(error == .unprintable(field: "姓名"))
        #expect(!"\(error)".contains("测试"))
    }

    @Test func `the same input gives the same bytes`() async throws {
        #expect(try await Press.form() == Press.form())
        #expect(try await Press.form(.plain) != Press.form(.full))
    }

    @Test func `another process gives the same bytes`() async throws {
        let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
            // Other papers first: what a press has done before must not show.
            _ = try await Press.notice()
            _ = try await Press.form(.renewal)
            print("digest", Self.digest(try await Press.form()))
        }
        let printed = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
        #expect(printed.contains("digest \(Self.digest(try await Press.form()))"))
    }

    @Test func `the photo stands in the file as it was taken`() async throws {
        let photo = try Sample.photo()
        try withFiles([await Press.form()]) { paths in
            let status = try Command("/usr/bin/pdfimages", ["-all", paths[0], paths[0] + ".image"]).status
            try #require(status == 0)
            #expect(try Array(Data(contentsOf: URL(filePath: paths[0] + ".image-000.jpg"))) == photo)
        }
    }

    @Test(arguments: zip(ApplicationFormSample.allCases, [1, 1, 1, 1]))
    func `an ordinary form is one sheet`(_ sample: ApplicationFormSample, _ pages: Int) async throws {
        #expect(PaperPress.pageCount(of: try await Press.form(sample)) == pages)
    }

    @Test func `a form with a photo of the usual size stays small`() async throws {
        #expect(try await Press.form().count < 80_000)
    }

    @Test(arguments: [[], [0xFF, 0xD8, 0xFF], Array("not a photo".utf8)] as [[UInt8]])
    func `what is no JPEG is refused as a photo`(_ photo: [UInt8]) async throws {
        await #expect(throws: TypesettingFault.photoUnreadable) { try await Press.form(photo: photo) }
    }

    @Test func `a truncated JPEG is refused at every length`() async throws {
        let photo = try Sample.photo()
        for length in stride(from: 0, to: photo.count - 1, by: 1499) {
            await #expect(throws: TypesettingFault.photoUnreadable) {
                try await Press.form(.plain, photo: Array(photo.prefix(length)))
            }
        }
    }

    @Test func `a long reason flows on to a second page and the fields stay whole`() async throws {
        let long = ApplicationForm.cancellation(
            CancellationForm(
                enterprise: try Sample.enterprise(), reason: .other,
                reasonText: String(repeating: "不再从事建筑设计工作。", count: 60), isDeclared: true))
        let pdf = try await Press.shared().applicationForm(Sample.content(long), photo: nil, created: Sample.noon)
        let text = try text(of: pdf)
        #expect(text.contains("第 2 页，共 2 页"))
        #expect(PaperPress.pageCount(of: pdf) == 2)
        let sample = try SignedSample()
        _ = try await sample.verifier().verify(sample.sealed(sample.signed(pdf)), at: Sample.noon)
    }

    @Test func `a section longer than a page is refused by its heading`() async throws {
        let endless = ApplicationForm.cancellation(
            CancellationForm(
                enterprise: try Sample.enterprise(), reason: .other,
                reasonText: String(repeating: "不再从事建筑设计工作。", count: 600), isDeclared: true))
        await #expect(throws: TypesettingFault.tooLong(field: "注销原因")) {
            try await Press.shared().applicationForm(Sample.content(endless), photo: nil, created: Sample.noon)
        }
    }

    @Test func `without the baked fonts there is no press`() {
        #expect(throws: TypesettingFault.fontsMissing) { try PaperPress(fonts: URL(filePath: "/nonexistent")) }
    }

    private static func digest(_ bytes: [UInt8]) -> String { "\(SHA256.hash(data: bytes))" }
}
