import Core
import Documents
import Foundation
import Screens
import Synchronization
import Terminal
import Testing
import VirtualDevices

@testable import Kiosk

/// The scanner, as the runner uses it.
struct ScanTests {
    /// Gives what it is told to, page by page.
    private final class Paper: DocumentScanner {
        private let outcome: Result<[ScannedPage], FileFault>
        private let states: Mutex<[ScannerState]>
        private let pause: Duration
        let wasStopped = Mutex(false)

        init(_ outcome: Result<[ScannedPage], FileFault>, states: [ScannerState] = [], pause: Duration = .zero) {
            self.outcome = outcome
            self.states = Mutex(states)
            self.pause = pause
        }

        func state() async -> ScannerState {
            states.withLock { $0.count > 1 ? $0.removeFirst() : $0.first ?? .empty(hasGlass: true) }
        }

        func scan(
            _ subject: ScanSubject, onPage: @escaping @Sendable (Int) -> Void
        ) async throws(FileFault) -> [ScannedPage] {
            do { try await Task.sleep(for: pause) } catch {
                wasStopped.withLock { $0 = true }
                throw .scannerStopped
            }
            let pages = try outcome.get()
            for count in 1...max(1, pages.count) { onPage(count) }
            return pages
        }
    }

    private static let page: Result<ScannedPage, any Error> = Result {
        ScannedPage(
            jpeg: try Data(contentsOf: repositoryFile("Sources/VirtualDevices/Resources/phone-photo.jpg")),
            resolution: 200)
    }

    private func scan(
        _ purpose: FilePurpose, _ paper: Paper, behind earlier: [ScannedPage] = [],
        _ rules: AttachmentRules = AttachmentRules()
    ) async throws -> (Result<Found, Trouble>, Hall) {
        let hall = try Hall(files: FilePorts(scanner: paper))
        guard case .found(let result) = await hall.answer(to: .scan(purpose, behind: earlier, rules)) else {
            throw Trouble.file(.scannerFailed)
        }
        return (result, hall)
    }

    @Test func `pages become one file behind those of before, and are counted on the screen`() async throws {
        let page = try Self.page.get()
        let (result, hall) = try await scan(
            .attachment(.qualificationScan), Paper(.success([page, page])), behind: [page])
        guard case .success(.file(let file)) = result else {
            Issue.record("no file")
            return
        }
        #expect(file.file.pages == 3 && file.scan?.pages.count == 3 && file.scan?.reducedTo == nil)
        #expect(try AttachmentInspection.examine(file.content, as: .qualificationScan, .init()) == file.file)
        #expect(hall.posted.all.contains(.scanned(pages: 2)))
    }

    @Test func `a file that would be too large is made coarser, or refused when nothing helps`() async throws {
        let page = try Self.page.get()
        let rules = AttachmentRules(largestScan: page.jpeg.count)
        let (reduced, _) = try await scan(.attachment(.educationProof), Paper(.success([page])), rules)
        guard case .success(.file(let file)) = reduced else {
            Issue.record("no file")
            return
        }
        #expect(file.scan?.reducedTo != nil && file.file.byteCount <= rules.largestScan)
        let (refused, _) = try await scan(
            .attachment(.educationProof), Paper(.success([page])), AttachmentRules(largestScan: 2_000))
        #expect(refused == .failure(.file(.scanTooLarge)))
    }

    @Test func `a scanned photo is cut to the certificate's size like any other`() async throws {
        let (result, _) = try await scan(.attachment(.photo), Paper(.success([try Self.page.get()])))
        guard case .success(.file(let file)) = result else {
            Issue.record("no file")
            return
        }
        #expect(file.isCropped && file.picture?.size.width == 295 && file.scan != nil)
    }

    @Test func `a scan that is stopped ends at the scanner, and so does one of a visit that is over`() async throws {
        for end in [Work.stopScan, .endVisit] {
            let paper = Paper(.success([try Self.page.get()]), pause: .seconds(60))
            let hall = try Hall(files: FilePorts(scanner: paper))
            let id = hall.run(.scan(.attachment(.photo), behind: [], AttachmentRules()))
            try await Task.sleep(for: .milliseconds(100))
            hall.run(end)
            #expect(await hall.answer(to: id) == .found(.failure(.file(.scannerStopped))))
            let wasStopped = paper.wasStopped.withLock { $0 }
            #expect(wasStopped)
        }
    }

    @Test func `what the scanner says is told when it changes, and a missing one is missing`() async throws {
        let paper = Paper(.success([]), states: [.empty(hasGlass: true), .loaded])
        let hall = try Hall(files: FilePorts(scanner: paper))
        #expect(await hall.answer(to: .watchScanner(nil)) == .scanner(.empty(hasGlass: true)))
        #expect(await hall.answer(to: .watchScanner(.empty(hasGlass: true))) == .scanner(.loaded))
        let none = try Hall()
        #expect(await none.answer(to: .watchScanner(nil)) == .scanner(.fault(.scannerMissing)))
        let scanned = await none.answer(to: .scan(.signature, behind: [], AttachmentRules()))
        #expect(scanned == .found(.failure(.file(.scannerMissing))))
    }

    @Test func `a name written on paper and scanned by the virtual scanner comes as strokes`() async throws {
        let device = try VirtualScanner(sheetTime: .zero)
        defer { device.close() }
        device.load([SampleFiles.signatureSheet])
        let settings = #"{"scanner": "\#(device.url)"}"#
        let files = try JSONDecoder().decode(SiteSettings.Files.self, from: Data(settings.utf8))
        let hall = try Hall(files: FilePorts(scanner: files.scanner?.port))
        guard
            case .found(.success(.signature(let image))) = await hall.answer(
                to: .scan(.signature, behind: [], AttachmentRules()))
        else {
            Issue.record("no signature")
            return
        }
        #expect((3...20).contains(image.strokes.count))
    }

    @Test func `the setting is an address or a program, and nothing else`() throws {
        func read(_ text: String) throws -> ScannerSetting? {
            try JSONDecoder().decode(SiteSettings.Files.self, from: Data(#"{"scanner": \#(text)}"#.utf8)).scanner
        }
        let address = try #require(URL(string: "http://127.0.0.1:60000/eSCL"))
        #expect(try read(#""http://127.0.0.1:60000/eSCL""#) == .address(address))
        #expect(
            try read(#"{"program": "scanimage", "device": "test"}"#) == .program("scanimage", device: "test"))
        #expect(try read("null") == nil)
        for wrong in [#""scanner""#, #""ftp://x/y""#, #"{"program": "scanimage"}"#, "3"] {
            #expect(throws: DecodingError.self) { try read(wrong) }
        }
    }

    @Test func `the self-test says what the scanner says, and that there is none`() async throws {
        let states: [(ScannerState?, SelfTestResult)] = [
            (.loaded, .well(.scannerAnswers(.loaded))),
            (.empty(hasGlass: true), .well(.scannerAnswers(.empty(hasGlass: true)))),
            (.fault(.scannerMissing), .failed(FileFault.scannerMissing.advice)),
            (nil, .well(.noScanner)),
        ]
        for (state, result) in states {
            let scanner = state.map { Paper(.success([]), states: [$0]) }
            let hall = try Hall(files: FilePorts(scanner: scanner))
            #expect(await hall.answer(to: .selfTest(.scanner)) == .selfTest(.scanner, result))
        }
    }
}
