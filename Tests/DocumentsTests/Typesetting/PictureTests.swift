import Core
import Documents
import Foundation
import Testing

@Suite struct PictureTests {
    @Test(arguments: ApplicationFormSample.allCases)
    func `the page on the screen is the page of the file`(_ sample: ApplicationFormSample) async throws {
        let pages = try await Press.shared().pages(
            of: Sample.content(sample.form()), photo: Sample.photo(), width: 600)
        let page = try #require(pages.first)
        #expect(pages.count == 1 && page.width == 600 && page.height == 849)
        #expect(page.grey.count == page.width * page.height)
        let drawn = try Self.drawnByPoppler(await Press.form(sample), page)
        // The edges of letters differ, as each program smooths them; what stands where does not.
        let tiles = zip(Self.tiles(of: page.grey, page), Self.tiles(of: drawn, page)).map { abs($0 - $1) }
        #expect(tiles.max() ?? 255 < 40)
        #expect(tiles.reduce(0, +) / Double(tiles.count) < 4)
        #expect(page.grey.count { $0 < 128 } > 5000)
    }

    @Test func `a form of two sheets has two pictures that differ`() async throws {
        let long = ApplicationForm.cancellation(
            CancellationForm(
                enterprise: try Sample.enterprise(), reason: .other,
                reasonText: String(repeating: "不再从事建筑设计工作。", count: 60), isDeclared: true))
        let pages = try await Press.shared().pages(of: Sample.content(long), photo: nil, width: 300)
        #expect(pages.count == 2 && pages[0] != pages[1])
    }

    @Test func `a sealed form is shown with its signature and its seal, as its file shows them`() async throws {
        let content = try Sample.content(ApplicationFormSample.full.form())
        let base = try await Press.form()
        let sample = try SignedSample()
        let signed = try await sample.signed(base)
        let sealed = try await sample.sealed(signed)
        var ink: [Int] = []
        for file in [base, signed, sealed] {
            let pages = try await Press.shared().pages(of: content, signed: file, created: Sample.noon, width: 600)
            let page = try #require(pages.first)
            let drawn = try Self.drawnByPoppler(file, page)
            let tiles = zip(Self.tiles(of: page.grey, page), Self.tiles(of: drawn, page)).map { abs($0 - $1) }
            #expect(tiles.max() ?? 255 < 40)
            ink.append(page.grey.count { $0 < 200 })
        }
        #expect(ink[0] + 300 < ink[1] && ink[1] + 2000 < ink[2])
    }

    @Test func `what our layout does not give is not shown at all`() async throws {
        let sealed = try await SignedSample().sealed(SignedSample().signed(Press.form()))
        let other = try Sample.content(ApplicationFormSample.full.form(), applicant: Sample.applicant(name: "测试员乙"))
        #expect(try await Press.shared().pages(of: other, signed: sealed, created: Sample.noon, width: 200).isEmpty)
        let own = try Sample.content(ApplicationFormSample.full.form())
        var broken = sealed
        broken[1000] ^= 1
        #expect(try await Press.shared().pages(of: own, signed: broken, created: Sample.noon, width: 200).isEmpty)
    }

    @Test func `the photo is found in the file that holds it, also once it is signed`() async throws {
        let photo = try Sample.photo()
        let form = try await Press.form()
        #expect(PaperPress.photo(in: form) == photo)
        #expect(PaperPress.photo(in: try await SignedSample().signed(form)) == photo)
        #expect(PaperPress.photo(in: try await Press.notice()) == nil)
        #expect(PaperPress.photo(in: []) == nil)
    }

    @Test func `a photo is decoded into its dots`() throws {
        let picture = try PhotoPicture(jpeg: Sample.photo())
        #expect(picture.width == 295 && picture.height == 413)
        #expect(picture.colours.count == 295 * 413 * 3 && Set(picture.colours).count > 20)
    }

    @Test func `a damaged photo is refused wherever it breaks off or was changed`() throws {
        let photo = try Sample.photo()
        for length in stride(from: 0, to: photo.count - 1, by: 997) {
            #expect(throws: TypesettingFault.photoUnreadable) { try PhotoPicture(jpeg: Array(photo.prefix(length))) }
        }
        var generator = Xorshift(state: 11)
        for _ in 0..<200 {
            var broken = photo
            for _ in 0..<8 { broken[Int.random(in: 2..<photo.count, using: &generator)] = .random(in: 0...255) }
            if let picture = try? PhotoPicture(jpeg: broken) {
                #expect(picture.colours.count == picture.width * picture.height * 3)
            }
        }
    }

    @Test(arguments: ["https://example.invalid/n?n=2026-000123&c=7QK2M9", "一二三"])
    func `a code is read back by another program`(text: String) throws {
        let code = try PaperPress.code(of: text)
        let (scale, margin) = (4, 4)
        let side = (code.side + 2 * margin) * scale
        let dots = (0..<side * side).map { index -> UInt8 in
            let (x, y) = (index % side / scale - margin, index / side / scale - margin)
            let isInside = (0..<code.side).contains(x) && (0..<code.side).contains(y)
            return isInside && code.dark[y * code.side + x] ? 0 : 255
        }
        let image = Array("P5 \(side) \(side) 255\n".utf8) + dots
        let output = try withFiles([image]) {
            try Command("/usr/bin/zbarimg", ["--nodbus", "--quiet", "--raw", $0[0]]).output
        }
        #expect(output.trimmingCharacters(in: .whitespacesAndNewlines) == text)
    }

    /// The mean grey of each square of twelve dots: about a letter.
    private static func tiles(of grey: [UInt8], _ page: PagePicture) -> [Double] {
        let side = 12
        return (0..<page.height / side).flatMap { row in
            (0..<page.width / side).map { column in
                var sum = 0
                for y in row * side..<(row + 1) * side {
                    for x in column * side..<(column + 1) * side { sum += Int(grey[y * page.width + x]) }
                }
                return Double(sum) / Double(side * side)
            }
        }
    }

    /// The file's first page in the picture's size.
    private static func drawnByPoppler(_ pdf: [UInt8], _ page: PagePicture) throws -> [UInt8] {
        try withFiles([pdf]) { paths in
            let size = ["-scale-to-x", "\(page.width)", "-scale-to-y", "\(page.height)"]
            let command = try Command(
                "/usr/bin/pdftoppm", ["-gray", "-singlefile"] + size + [paths[0], paths[0] + ".page"])
            try #require(command.status == 0, "\(command.output)")
            let file = try Array(Data(contentsOf: URL(filePath: paths[0] + ".page.pgm")))
            return Array(file.suffix(page.width * page.height))
        }
    }
}
