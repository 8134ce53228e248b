package import Core
package import Foundation

/// The kiosk's printer: follows the ledger's orders one after the other, however many watch.
package actor LivePaperPrinter: PaperPrinter {
    private let queue: any PrintServer
    private let printer: any PrintServer
    private let device: String
    private let ledger: any PrintLedger
    private let timing: PrintTiming

    /// Orders being driven, the first in line first: only that one may be sent.
    private var line: [PrintToken] = []
    private var drives: [PrintToken: Task<Void, Never>] = [:]
    private var unwanted: Set<PrintToken> = []
    private var progress: [PrintToken: PrintProgress] = [:]
    private var watchers: [PrintToken: [AsyncStream<PrintProgress>.Continuation]] = [:]

    package init(
        _ settings: PrintingSettings, ledger: any PrintLedger, timing: PrintTiming
    ) throws(PrintingSettings.Problem) {
        guard let endpoint = IPPEndpoint.printer(settings.printer) else {
            throw .notAPrinterAddress(settings.printer)
        }
        self.init(
            queue: IPPClient(.queue(settings.queue, server: settings.server, port: settings.port), format: .init()),
            printer: IPPClient(endpoint), device: settings.printer, ledger: ledger, timing: timing)
    }

    package init(
        queue: any PrintServer, printer: any PrintServer, device: String, ledger: any PrintLedger,
        timing: PrintTiming
    ) {
        self.queue = queue
        self.printer = printer
        self.device = device
        self.ledger = ledger
        self.timing = timing
    }

    package func follow(_ token: PrintToken) -> AsyncStream<PrintProgress> {
        let (stream, watcher) = AsyncStream.makeStream(of: PrintProgress.self)
        if let progress = progress[token] { watcher.yield(progress) }
        if case .ended = progress[token] {
            watcher.finish()
        } else {
            watchers[token, default: []].append(watcher)
            begin(token)
        }
        return stream
    }

    /// Asks for no sheet. What came of it shows in `follow`: a sheet that is on its way may still come out.
    package func cancel(_ token: PrintToken) {
        if case .ended = progress[token] { return }
        unwanted.insert(token)
        begin(token)
    }

    package func condition() async -> PrinterFault? {
        guard let queueStatus = try? await queue.status() else { return .serviceDown }
        guard let status = try? await printer.status() else { return .unreachable }
        if let fault = PrinterCondition(status).fault { return fault }
        return queueStatus.takesWork && status.takesWork ? nil : .stopped
    }

    package func printTestSheet(_ pdf: Data, named name: String) async throws(PrinterFault) {
        if let fault = await condition() { throw fault }
        do throws(PrintServerFault) {
            try await queue.send(pdf, toJob: try await queue.createJob(named: name))
        } catch {
            switch error {
            case .unreachable: throw .serviceDown
            case .notFound, .busy: throw .stopped
            case .refused(let reason): throw .other(keyword: reason)
            }
        }
    }

    /// Follows no order any more; each stays where the ledger says, for the next run of the program.
    package func shutDown() async {
        let running = Array(drives.values)
        for drive in running { drive.cancel() }
        for drive in running { await drive.value }
    }

    private func begin(_ token: PrintToken) {
        guard drives[token] == nil else { return }
        line.append(token)
        drives[token] = Task {
            try? await drive(token)
            end(token)
        }
    }

    private func drive(_ token: PrintToken) async throws {
        guard let order = try await openOrder(token) else { return }
        // An unwanted order may pass the line: it won't be sent.
        while line.first != token, !unwanted.contains(token) {
            publish(.waiting, of: token)
            try await timing.sleep()
        }
        var driver = OrderDriver(
            order, queue: queue, printer: printer, device: device, ledger: ledger, timing: timing,
            isCancelling: { self.unwanted.contains(token) }, report: { self.publish($0, of: token) })
        try await driver.drive()
    }

    /// Nil: no such order, or closed long ago.
    private func openOrder(_ token: PrintToken) async throws -> PrintOrder? {
        while true {
            do throws(StorageFault) {
                return try await ledger.openOrders().first { $0.token == token }
            } catch { publish(.held(error.asHold), of: token) }
            try await timing.sleep()
        }
    }

    private func publish(_ news: PrintProgress, of token: PrintToken) {
        guard progress[token] != news else { return }
        progress[token] = news
        for watcher in watchers[token] ?? [] { watcher.yield(news) }
    }

    private func end(_ token: PrintToken) {
        line.removeAll { $0 == token }
        drives[token] = nil
        unwanted.remove(token)
        for watcher in watchers.removeValue(forKey: token) ?? [] { watcher.finish() }
    }
}
