import Core
import Foundation
import Synchronization
import VirtualDevices

@testable import Printing

/// A moment between two steps of an order, and who dies at it.
final class KillPoint: Sendable {
    enum Moment: CaseIterable {
        /// Nothing at the queue yet.
        case submittingStored
        /// Job without a document.
        case jobCreated
        case acceptedStored
        /// The document is at cupsd, hardly further.
        case documentSent
        /// The printer works on it.
        case seenStored
        /// The sheet is out, the ledger doesn't know.
        case sheetOut
    }

    enum Victims: CaseIterable {
        case kiosk, cupsd, both

        var includesKiosk: Bool { self != .cupsd }
        var includesCupsd: Bool { self != .kiosk }
    }

    private let moment: Moment
    private let victims: Victims
    private let cups: PrivateCUPS
    private let restart = Mutex<Task<Void, any Error>?>(nil)

    init(_ moment: Moment, _ victims: Victims, cups: PrivateCUPS) {
        self.moment = moment
        self.victims = victims
        self.cups = cups
    }

    var wasReached: Bool { restart.withLock { $0 != nil } }

    /// - Returns: false in a kiosk that is dead from now on.
    func reach(_ moment: Moment) async -> Bool {
        guard !Task.isCancelled else { return false }
        guard moment == self.moment, !wasReached else { return true }
        if victims.includesCupsd { await cups.kill() }
        restart.withLock { task in
            task = Task {
                try await Task.sleep(for: .milliseconds(400))
                try await cups.start()
            }
        }
        guard victims.includesKiosk else { return true }
        withUnsafeCurrentTask { $0?.cancel() }
        return false
    }

    func waitForRestart() async throws { try await restart.withLock { $0 }?.value }
}

/// cupsd's queue with kill points after the steps that change something.
struct MortalQueue: PrintServer {
    let queue: IPPClient
    let point: KillPoint

    func status() async throws(PrintServerFault) -> ServerStatus { try await queue.status() }
    func jobs(named name: String) async throws(PrintServerFault) -> [ServerJob] { try await queue.jobs(named: name) }
    func cancelJob(_ id: Int) async throws(PrintServerFault) { try await queue.cancelJob(id) }

    func createJob(named name: String) async throws(PrintServerFault) -> Int {
        let id = try await queue.createJob(named: name)
        guard await point.reach(.jobCreated) else { throw .unreachable }
        return id
    }

    func send(_ document: Data, toJob id: Int) async throws(PrintServerFault) {
        guard !Task.isCancelled else { throw .unreachable }
        try await queue.send(document, toJob: id)
        guard await point.reach(.documentSent) else { throw .unreachable }
    }
}

/// A ledger with kill points: after each row of an open order, before the last one.
struct MortalLedger: PrintLedger {
    let rows: MemoryLedger
    let point: KillPoint

    func open(_ order: PrintOrder, pdf: Data) { rows.open(order, pdf: pdf) }
    func openOrders() -> [PrintOrder] { rows.openOrders() }
    func orders(of application: ApplicationID) -> [PrintOrder] { rows.orders(of: application) }
    func pdf(of token: PrintToken) -> Data? { rows.pdf(of: token) }

    func update(_ order: PrintOrder) async throws(StorageFault) {
        if case .printed = order.state, await !point.reach(.sheetOut) { throw .unavailable }
        guard !Task.isCancelled else { throw .unavailable }
        rows.store(order)
        switch order.state {
        case .submitting: _ = await point.reach(.submittingStored)
        case .accepted(let job): _ = await point.reach(job.printerJobID == nil ? .acceptedStored : .seenStored)
        case .ready, .printed, .failed, .cancelled, .unknown: break
        }
    }
}
