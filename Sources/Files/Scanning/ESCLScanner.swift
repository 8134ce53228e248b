package import Core
package import Foundation

/// A driverless scanner (Mopria eSCL over HTTP), as network devices and those behind IPP-USB offer it.
package struct ESCLScanner: DocumentScanner {
    private let base: URL
    private let pause: Duration

    /// More sheets than a feeder of this kind holds.
    private static let mostPages = 50
    /// Pauses after which a page that does not come is given up.
    private static let mostPauses = 60

    /// - Parameters:
    ///   - base: `http://127.0.0.1:60000/eSCL`.
    ///   - pause: before a page that is not ready is asked for again.
    package init(_ base: URL, pause: Duration = .seconds(1)) {
        self.base = base
        self.pause = pause
    }

    package func state() async -> ScannerState {
        do throws(FileFault) {
            return try await ESCLConnection.with(base) { (scanner) throws(FileFault) in
                let status = try await scanner.status()
                if let fault = status.fault { return .fault(fault) }
                if status.hasPaper { return .loaded }
                return .empty(hasGlass: try await scanner.capabilities().glass != nil)
            }
        } catch { return .fault(error) }
    }

    package func scan(
        _ subject: ScanSubject, onPage: @escaping @Sendable (Int) -> Void
    ) async throws(FileFault) -> [ScannedPage] {
        try await ESCLConnection.with(base) { (scanner) throws(FileFault) in
            let capabilities = try await scanner.capabilities()
            let status = try await scanner.status()
            if let fault = status.fault { throw fault }
            let (source, input) = try capabilities.source(for: subject, status)
            let settings = ESCLSettings(subject, from: source, input, capabilities.version)
            let job = try await scanner.begin(settings)
            do throws(FileFault) { return try await pages(of: job, at: settings.resolution, scanner, onPage) } catch {
                // In a task of its own: this one may have been cancelled, and the scanner would go on.
                await Task { await scanner.end(job) }.value
                throw error
            }
        }
    }

    private func pages(
        of job: URL, at resolution: Int, _ scanner: ESCLConnection, _ onPage: @Sendable (Int) -> Void
    ) async throws(FileFault) -> [ScannedPage] {
        var pages: [ScannedPage] = []
        var pauses = 0
        while pauses < Self.mostPauses, pages.count < Self.mostPages {
            if Task.isCancelled { throw .scannerStopped }
            switch try await next(of: job, scanner, isFirst: pages.isEmpty) {
            case .arrived(let jpeg):
                pages.append(ScannedPage(jpeg: jpeg, resolution: resolution))
                onPage(pages.count)
                pauses = 0
            case .notYet:
                pauses += 1
                try? await Task.sleep(for: pause)
            case .none:
                if pages.isEmpty { throw .scannerEmpty }
                return pages
            }
        }
        throw .scannerStopped
    }

    /// What was begun and is gone has stopped; where nothing has come yet it never was.
    private func next(
        of job: URL, _ scanner: ESCLConnection, isFirst: Bool
    ) async throws(FileFault) -> ESCLConnection.Page {
        do throws(FileFault) { return try await scanner.nextPage(of: job) } catch {
            throw error == .scannerMissing && !isFirst ? .scannerStopped : error
        }
    }
}
