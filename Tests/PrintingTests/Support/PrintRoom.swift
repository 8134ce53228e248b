import Core
import Foundation
import Testing
import VirtualDevices

@testable import Printing

/// A print room with a ledger: real cupsd, real printer, a kiosk that may be killed and come back.
struct PrintRoom {
    let devices: VirtualPrintRoom
    let ledger = MemoryLedger()

    var printer: VirtualPrinter { devices.printer }
    var cups: PrivateCUPS { devices.cups }
    var timing: PrintTiming { PrintTiming(interval: .milliseconds(200), now: { Date() }) }

    /// A new life of the kiosk's printing.
    func kiosk(ledger: (any PrintLedger)? = nil) throws -> LivePaperPrinter {
        try LivePaperPrinter(
            PrintingSettings(server: cups.socket, queue: cups.queue, printer: printer.uri),
            ledger: ledger ?? self.ledger,
            timing: timing)
    }

    func order(pages: Int = 1) -> PrintToken {
        let order = PrintOrder.sample(pages: pages, orderedAt: Date())
        ledger.open(order, pdf: SamplePaper.pdf(pages: pages))
        return order.token
    }

    func sheets(of token: PrintToken) -> Int { printer.sheets(for: token.description) }

    /// How long the printer has been on, by its own clock.
    func printerUpTime() async throws -> Int {
        let endpoint = try #require(IPPEndpoint.printer(printer.uri))
        return try await IPPClient(endpoint).status().upTime
    }
}

func withPrintRoom(
    sheetTime: Duration = .milliseconds(300), _ body: (PrintRoom) async throws -> Void
) async throws {
    let room = PrintRoom(devices: try VirtualPrintRoom(sheetTime: sheetTime))
    do {
        try await room.devices.open()
        try await body(room)
    } catch {
        await room.devices.close()
        throw error
    }
    await room.devices.close()
}

/// Progress as a screen sees it.
struct Progress: CustomStringConvertible {
    private let stream: AsyncStream<PrintProgress>
    private(set) var seen: [PrintProgress] = []

    var description: String { "\(seen)" }

    init(_ stream: AsyncStream<PrintProgress>) { self.stream = stream }

    /// Waits until it is told.
    mutating func reaches(_ wanted: PrintProgress) async -> Bool {
        for await news in stream {
            seen.append(news)
            if news == wanted { return true }
        }
        return false
    }

    /// Waits for the end.
    mutating func end() async -> PrintOrder.State? {
        for await news in stream {
            seen.append(news)
            if case .ended(let state) = news { return state }
        }
        return nil
    }
}

extension PrintOrder.State {
    var isPrinted: Bool { if case .printed = self { true } else { false } }
    var isFailed: Bool { if case .failed = self { true } else { false } }
}
