import Core
import Documents
import Foundation
import Screens
import Terminal
import Testing

@testable import Kiosk

/// Files that people bring, from the stick into the kiosk's memory.
struct FileTests {
    /// A stick with one file on it.
    private struct OneFile: FileSource {
        let content: Data
        var fault: FileFault?

        func presence() -> AsyncStream<Bool> { AsyncStream { $0.finish() } }
        func list(_ folder: SourcePath) async throws(FileFault) -> SourceFolder {
            if let fault { throw fault }
            return SourceFolder(
                entries: [SourceEntry(name: "f", content: .file(nil, byteCount: content.count))], isCutOff: false)
        }
        func read(_ file: SourcePath, limit: Int) async throws(FileFault) -> Data {
            if let fault { throw fault }
            guard content.count <= limit else { throw .tooLarge }
            return content
        }
    }

    private let pdf = Data(
        "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Kids[3 0 R]>> endobj 3 0 obj <</Type/Page>> endobj"
            .utf8)

    private func found(
        _ content: Data, _ kind: AttachmentKind, fault: FileFault? = nil
    ) async throws -> Result<FoundFile, Trouble> {
        let hall = try Hall(files: FilePorts(stick: OneFile(content: content, fault: fault)))
        let path = try #require(SourcePath.root.appending("f"))
        let answer = await hall.answer(to: .readStick(path, .attachment(kind), AttachmentRules()))
        guard case .found(let result) = answer else { throw Trouble.file(.unreadable) }
        return result.flatMap { found in
            guard case .file(let file) = found else { return .failure(.file(.unreadable)) }
            return .success(file)
        }
    }

    @Test func `a PDF is found by its content, with its digest and pages`() async throws {
        let file = try await found(pdf, .educationProof).get()
        #expect(file.file.pages == 1 && file.file.byteCount == pdf.count && file.file.digest == PaperDigest(of: pdf))
        #expect(file.content == pdf && file.original == nil)
    }

    @Test func `a photo of the right size is taken as it is, byte for byte`() async throws {
        let photo = try Sample.photo()
        let file = try await found(photo, .photo).get()
        #expect(file.content == photo && !file.isCropped && file.picture?.size.width == 295)
    }

    @Test func `a larger photo comes cut, with both pictures`() async throws {
        let camera = try Data(contentsOf: repositoryFile("Sources/VirtualDevices/Resources/phone-photo.jpg"))
        let file = try await found(camera, .photo).get()
        #expect(file.isCropped && file.content != camera && file.file.digest == PaperDigest(of: file.content))
        #expect(file.picture?.size.height == 413 && file.original?.size.width == 600)
        #expect(try AttachmentInspection.examine(file.content, as: .photo, AttachmentRules()) == file.file)
    }

    @Test func `what does not do, and a stick that goes, is said`() async throws {
        #expect(try await found(Data("x".utf8), .photo) == .failure(.attachment(.notJPEG)))
        #expect(try await found(Data("x".utf8), .educationProof) == .failure(.attachment(.notPDF)))
        #expect(try await found(pdf, .educationProof, fault: .stickGone) == .failure(.file(.stickGone)))
        #expect(try await found(Data(count: 3_000_000), .educationProof) == .failure(.file(.tooLarge)))
        let none = try Hall()
        #expect(await none.answer(to: .listStick(.root)) == .folder(.failure(.file(.stickGone))))
    }

    @Test func `a file is kept under its digest, and a full disk is said`() async throws {
        let hall = try Hall()
        let file = FileReference(
            digest: try #require(PaperDigest(of: pdf)), format: .pdf, byteCount: pdf.count, pages: 1)
        #expect(await hall.answer(to: .keepFile(file, pdf, Sample.applicationID)) == .fileKept(.success(file)))
        #expect(await hall.storage.files[file.digest] == pdf)
        await hall.storage.set(fault: .full)
        #expect(
            await hall.answer(to: .keepFile(file, pdf, Sample.applicationID)) == .fileKept(.failure(.storage(.full))))
    }

    @Test func `the code of a phone is a QR code, and what arrives is looked into`() async throws {
        let hall = try Hall(files: FilePorts(phone: FakePhone(state: .arrived(pdf))))
        guard
            case .uploadOpened(.success(let opened)) = await hall.answer(
                to: .openUpload(.attachment(.educationProof), Sample.token))
        else {
            Issue.record("no code")
            return
        }
        #expect(opened.code.width >= 21 && opened.code.width == opened.code.height)
        let wait = Work.awaitUpload(
            opened.ticket.id, .attachment(.educationProof), AttachmentRules(), Sample.token)
        guard case .upload(.success(.arrived(.file(let file)))) = await hall.answer(to: wait) else {
            Issue.record("nothing arrived")
            return
        }
        #expect(file.content == pdf)
        let late = try Hall(files: FilePorts(phone: FakePhone(state: nil)))
        #expect(await late.answer(to: wait) == .upload(.failure(.file(.uploadExpired))))
    }
}
