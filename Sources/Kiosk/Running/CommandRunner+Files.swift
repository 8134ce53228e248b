import Core
import Documents
import Foundation
import Screens
import Terminal

// Files that people bring: fetched, looked into, kept beside the draft.
extension CommandRunner {
    /// Dots across a picture of a page or a photo.
    private static let pictureWidth = 600
    /// Seconds that the store may wait for a phone.
    private static let phonePatience = 25

    func listStick(_ folder: SourcePath) async -> Result<SourceFolder, Trouble> {
        guard let stick = ports.files.stick else { return .failure(.file(.stickGone)) }
        do throws(FileFault) { return .success(try await stick.list(folder)) } catch { return .failure(.file(error)) }
    }

    func readStick(
        _ file: SourcePath, _ purpose: FilePurpose, _ rules: AttachmentRules
    ) async -> Result<Found, Trouble> {
        guard let stick = ports.files.stick else { return .failure(.file(.stickGone)) }
        let limit = purpose.format == .jpeg ? FoundFile.largestPhoto : rules.largestScan
        let content: Data
        do throws(FileFault) { content = try await stick.read(file, limit: limit) } catch {
            return .failure(.file(error))
        }
        return await look(into: content, purpose, rules)
    }

    /// What somebody has brought, as it will be used.
    func look(
        into content: Data, _ purpose: FilePurpose, _ rules: AttachmentRules
    ) async -> Result<Found, Trouble> {
        switch purpose {
        case .attachment(let kind): await look(into: content, kind, rules).map { .file($0) }
        case .signature: Self.signature(in: content).map { .signature($0) }
        }
    }

    /// A photo that does not fit is cut to size; the person sees both and agrees, or takes another.
    func look(
        into content: Data, _ kind: AttachmentKind, _ rules: AttachmentRules, scan: ScanOrigin? = nil
    ) async -> Result<FoundFile, Trouble> {
        do throws(AttachmentFinding) {
            switch kind.format {
            case .pdf:
                let file = try AttachmentInspection.examine(content, as: kind, rules)
                let page = await ports.files.pages?.firstPage(of: content, width: Self.pictureWidth)
                return .success(
                    FoundFile(
                        kind: kind, file: file, content: content, picture: page.flatMap(Image.init), scan: scan))
            case .jpeg: return .success(try photo(content, rules, scan))
            }
        } catch { return .failure(.attachment(error)) }
    }

    /// Strokes as a phone has drawn them, or a picture of the hand.
    private static func signature(in content: Data) -> Result<SignatureImage, Trouble> {
        if let drawn = try? JSONDecoder().decode(SignatureImage.self, from: content) { return .success(drawn) }
        do throws(SignaturePictureProblem) {
            return .success(try SignaturePicture.signature(in: Array(content)))
        } catch { return .failure(.signature(error)) }
    }

    private func photo(
        _ content: Data, _ rules: AttachmentRules, _ scan: ScanOrigin?
    ) throws(AttachmentFinding) -> FoundFile {
        do {
            let file = try AttachmentInspection.examine(content, as: .photo, rules)
            return FoundFile(
                kind: .photo, file: file, content: content, picture: try Self.picture(of: content), scan: scan)
        } catch {
            switch error {
            case .wrongMeasure, .tooLarge, .tooSmall: break
            case .notPDF, .noPages, .locked, .notJPEG, .damagedPhoto, .otherContent, .tooMany: throw error
            }
        }
        let cut = Data(try PhotoCrop.crop(Array(content), rules))
        let file = try AttachmentInspection.examine(cut, as: .photo, rules)
        return FoundFile(
            kind: .photo, file: file, content: cut, picture: try Self.picture(of: cut),
            original: try Self.picture(of: content), scan: scan)
    }

    private static func picture(of jpeg: Data) throws(AttachmentFinding) -> Image? {
        Image(try PhotoCrop.picture(of: Array(jpeg), width: pictureWidth))
    }

    func keepFile(
        _ file: FileReference, _ content: Data, of application: ApplicationID
    ) async -> Result<FileReference, Trouble> {
        do throws(StorageFault) {
            try await ports.storage.keep(content, as: file.digest, of: application)
            return .success(file)
        } catch { return .failure(.storage(error)) }
    }

    // MARK: The phone

    func openUpload(_ purpose: FilePurpose, _ session: SessionToken) async -> Result<OpenedUpload, Trouble> {
        await opened { phone throws(StoreFault) in try await phone.openUpload(purpose, session: session) }
    }

    /// The ticket, and its address as a camera reads it.
    func opened(
        _ open: (any PhoneFiles) async throws(StoreFault) -> UploadTicket
    ) async -> Result<OpenedUpload, Trouble> {
        guard let phone = ports.files.phone else { return .failure(.store(.notPermitted)) }
        do {
            let ticket = try await open(phone)
            let code = try PaperPress.code(of: ticket.address)
            let bitmap = Bitmap(width: code.side, height: code.side) { x, y in code.dark[y * code.side + x] }
            return .success(OpenedUpload(ticket: ticket, code: bitmap))
        } catch { return .failure(Self.trouble(error)) }
    }

    /// Nil when the visit has ended meanwhile. A store that is away for a while comes back with its page.
    func awaitUpload(
        _ ticket: UploadTicket.ID, _ purpose: FilePurpose, _ rules: AttachmentRules, _ session: SessionToken
    ) async -> Result<UploadNews, Trouble>? {
        await news(of: ticket, session) { await self.look(into: $0, purpose, rules).map { .arrived($0) } }
    }

    /// - Parameter arrived: what a file that has come is made of.
    func news(
        of ticket: UploadTicket.ID, _ session: SessionToken,
        arrived: (Data) async -> Result<UploadNews, Trouble> = { _ in .success(.waiting) }
    ) async -> Result<UploadNews, Trouble>? {
        guard let phone = ports.files.phone else { return .failure(.store(.notPermitted)) }
        do throws(StoreFault) {
            switch try await phone.takeUpload(ticket, wait: Self.phonePatience, session: session) {
            case .waiting: return .success(.waiting)
            case .opened: return .success(.opened)
            case .fetched: return .success(.fetched)
            case .arrived(let content): return await arrived(content)
            }
        } catch {
            if Task.isCancelled { return nil }
            guard error == .unreachable else {
                return .failure(error == .codeExpired ? .file(.uploadExpired) : .store(error))
            }
            try? await Task.sleep(for: .seconds(2))
            return .success(.waiting)
        }
    }
}

extension Image {
    fileprivate init?(_ page: DrawnPage) {
        self.init(width: page.width, height: page.height, colours: .rgb, bytes: page.colours)
    }
}
