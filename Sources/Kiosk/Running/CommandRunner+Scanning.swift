import Core
import Documents
import Foundation
import Screens

// The scanner of the hall.
extension CommandRunner {
    private static let scannerPause = Duration.seconds(1)
    /// Looks at the scanner before the screens are told that nothing has changed.
    private static let scannerLooks = 20

    func watchScanner(_ known: ScannerState?) async -> ScannerState {
        guard let scanner = ports.files.scanner else { return .fault(.scannerMissing) }
        var state = await scanner.state()
        for _ in 0..<Self.scannerLooks where state == known && !Task.isCancelled {
            try? await Task.sleep(for: Self.scannerPause)
            state = await scanner.state()
        }
        return state
    }

    /// - Parameter earlier: pages that are there already; the new ones come behind them.
    func scan(
        _ purpose: FilePurpose, behind earlier: [ScannedPage], _ rules: AttachmentRules
    ) async -> Result<Found, Trouble> {
        guard let scanner = ports.files.scanner else { return .failure(.file(.scannerMissing)) }
        let subject: ScanSubject = purpose == .attachment(.photo) ? .photo : .document
        let post = post
        let pages: [ScannedPage]
        do throws(FileFault) {
            pages = try await scanner.scan(subject) { count in post(.scanned(pages: count)) }
        } catch { return .failure(.file(error)) }
        switch purpose {
        case .attachment(let kind) where kind.format == .pdf: return await document(earlier + pages, kind, rules)
        case .attachment(let kind):
            guard let page = pages.first else { return .failure(.file(.scannerEmpty)) }
            return await look(into: page.jpeg, kind, rules, scan: ScanOrigin(pages: [])).map { .file($0) }
        case .signature:
            guard let page = pages.first else { return .failure(.file(.scannerEmpty)) }
            return await look(into: page.jpeg, purpose, rules)
        }
    }

    private func document(
        _ pages: [ScannedPage], _ kind: AttachmentKind, _ rules: AttachmentRules
    ) async -> Result<Found, Trouble> {
        do throws(AttachmentFinding) {
            let document = try ScannedDocument(of: pages, limit: rules.largestScan)
            let origin = ScanOrigin(pages: pages, reducedTo: document.reducedTo)
            return await look(into: document.pdf, kind, rules, scan: origin).map { .file($0) }
        } catch {
            if case .tooLarge = error { return .failure(.file(.scanTooLarge)) }
            return .failure(error == .damagedPhoto ? .file(.scannerFailed) : .attachment(error))
        }
    }
}
