import Core
import Foundation

/// Drives one order to its end. What it is about to do stands in the ledger before it does it, so another driver can
/// take over at any point.
struct OrderDriver {
    let queue: any PrintServer
    let printer: any PrintServer
    /// The printer's address, for the ledger.
    let device: String
    let ledger: any PrintLedger
    let timing: PrintTiming
    let report: (PrintProgress) -> Void
    let isCancelling: () -> Bool

    private(set) var order: PrintOrder
    private var watch: PrinterWatch?
    private var refusal: String?

    /// - Throws: when the task is cancelled; the order then stands where the ledger says.
    mutating func drive() async throws(CancellationError) {
        if case .accepted(let job) = order.state { watch = PrinterWatch(since: job, memory: timing.memory) }
        while order.isOpen {
            let look = await Look(at: queue, and: printer, for: order.token, now: timing.now)
            try checkAlive()
            if let upTime = look.printer?.status.upTime { watch?.look(upTime: upTime, at: look.at) }
            try await carryOut(decision(on: look), after: look)
        }
        report(.ended(order.state))
    }

    private func decision(on look: Look) -> Decision {
        Judge(
            order: order, look: look, watch: watch, isCancelling: isCancelling(), refusal: refusal, device: device
        ).decision
    }

    private mutating func carryOut(_ decision: Decision, after look: Look) async throws(CancellationError) {
        switch decision {
        case .wait(let progress):
            report(progress)
            try await pause()
        case .send(let upTime):
            try await send(printerUpTime: upTime, at: look.at)
        case .cancelJobs(let atQueue, let atPrinter):
            await cancel(atQueue, atPrinter)
            try await pause()
        case .record(let event):
            try await record(event)
            if !order.isOpen { await leaveNothing(after: look) }
        }
    }

    private mutating func send(printerUpTime: Int, at: Date) async throws(CancellationError) {
        report(.waiting)
        let document = try await document()
        try await record(.submit)
        guard let document else { return try await record(.fail(reason: "the ledger has no document")) }
        do {
            let id = try await queue.createJob(named: order.token.description)
            try checkAlive()
            let job = PrintOrder.JobReference(
                device: device, jobID: id, printerUpTime: printerUpTime, acceptedAt: at)
            watch = PrinterWatch(since: job, memory: timing.memory)
            try await record(.accept(job))
            try await queue.send(document, toJob: id)
        } catch PrintServerFault.refused(let reason) {
            refusal = reason
        } catch is PrintServerFault {
            // The next look tells what became of it.
        } catch {
            throw CancellationError()
        }
        try await pause()
    }

    private mutating func record(_ event: PrintOrder.Event) async throws(CancellationError) {
        do throws(PrintOrder.Refusal) {
            try order.apply(event)
        } catch {
            // The judge and the order's own table disagree: going on could print twice.
            preconditionFailure("a print order that is \(error.state) refuses \(error.event)")
        }
        while true {
            do throws(StorageFault) { return try await ledger.update(order) } catch { report(.held(error.asHold)) }
            try await pause()
        }
    }

    private func document() async throws(CancellationError) -> Data? {
        while true {
            do throws(StorageFault) { return try await ledger.pdf(of: order.token) } catch {
                report(.held(error.asHold))
            }
            try await pause()
        }
    }

    /// A wish that fails is repeated after the next look, if there is still something to cancel.
    private func cancel(_ atQueue: [Int], _ atPrinter: [Int]) async {
        for id in atQueue { try? await queue.cancelJob(id) }
        for id in atPrinter { try? await printer.cancelJob(id) }
    }

    /// A backend that never heard the printer's answer sends the whole job again: what is still at the queue after
    /// the end must not come out as a second sheet.
    private func leaveNothing(after look: Look) async {
        await cancel((look.queue?.active ?? []).map(\.id), (look.printer?.active ?? []).map(\.id))
    }

    private func pause() async throws(CancellationError) {
        try? await timing.sleep()
        try checkAlive()
    }

    private func checkAlive() throws(CancellationError) {
        if Task.isCancelled { throw CancellationError() }
    }
}

extension OrderDriver {
    init(
        _ order: PrintOrder, queue: any PrintServer, printer: any PrintServer, device: String,
        ledger: any PrintLedger, timing: PrintTiming, isCancelling: @escaping () -> Bool,
        report: @escaping (PrintProgress) -> Void
    ) {
        self.order = order
        self.queue = queue
        self.printer = printer
        self.device = device
        self.ledger = ledger
        self.timing = timing
        self.isCancelling = isCancelling
        self.report = report
    }
}

extension StorageFault {
    /// Nothing goes on while the ledger can't be written.
    var asHold: PrinterFault { .other(keyword: "ledger-\(self)") }
}
