import Core
import Foundation
import Printing
import Testing

/// Each row: where the ledger stands, what queue and printer say, what follows.
struct JudgeTests {
    struct Row: CustomStringConvertible {
        let description: String
        let state: PrintOrder.State
        let queue: Look.View?
        let printer: Look.View?
        var isProven = true
        var isCancelling = false
        var refusal: String?
        let decision: Decision
    }

    @Test(arguments: readyRows) func `nothing was sent`(row: Row) throws { try check(row) }
    @Test(arguments: submittingRows) func `a job may exist, its document not`(row: Row) throws { try check(row) }
    @Test(arguments: printerRows) func `the printer has the word`(row: Row) throws { try check(row) }
    @Test(arguments: queueRows) func `the printer knows nothing`(row: Row) throws { try check(row) }
    @Test(arguments: cancelRows) func `a person wants no sheet`(row: Row) throws { try check(row) }

    private func check(_ row: Row) throws {
        var watch = PrinterWatch(upTime: 100, at: Self.now, memory: 50)
        watch.look(upTime: row.isProven ? 101 : 0, at: Self.now + 1)
        let judge = Judge(
            order: try order(row.state), look: Look(queue: row.queue, printer: row.printer, at: Self.now),
            watch: watch, isCancelling: row.isCancelling, refusal: row.refusal, device: Self.device)
        #expect(judge.decision == row.decision)
        if case .record(let event) = judge.decision {
            var order = try order(row.state)
            try order.apply(event)  // What the judge wants, the order's own table allows.
        }
    }

    /// An order of two pages.
    private func order(_ state: PrintOrder.State) throws -> PrintOrder {
        var order = PrintOrder.sample(pages: 2)
        if state != .ready { try order.apply(.submit) }
        if case .accepted(let job) = state { try order.apply(.accept(job)) }
        return order
    }
}

// MARK: - Rows

extension JudgeTests {
    private static let now = Date(timeIntervalSince1970: 1_750_000_000)
    private static let device = "ipp://printer/ipp/print"
    private static let job = PrintOrder.JobReference(device: device, jobID: 7, printerUpTime: 100, acceptedAt: now)
    private static let accepted = PrintOrder.State.accepted(job)
    private static let seen = PrintOrder.State.accepted(job.seen(asPrinterJob: 3))

    private static func view(
        _ jobs: [ServerJob] = [], _ state: ServerStatus.State = .idle, reasons: [String] = ["none"],
        accepts: Bool = true
    ) -> Look.View {
        Look.View(jobs: jobs, status: ServerStatus(state: state, reasons: reasons, acceptsJobs: accepts, upTime: 100))
    }

    private static func queued(_ state: ServerJob.State, processed: Bool = true, id: Int = 7) -> ServerJob {
        ServerJob(id: id, state: state, impressions: processed ? 1 : 0, wasProcessed: processed)
    }

    private static func printing(
        _ state: ServerJob.State, impressions: Int? = 0, processed: Bool = true, reasons: [String] = []
    ) -> ServerJob {
        ServerJob(
            id: 3, state: state, reasons: reasons, impressions: impressions, wasProcessed: processed,
            message: "as it says")
    }

    private static let orphan = ServerJob(
        id: 7, state: .held, reasons: ["job-incoming"], impressions: 0, wasProcessed: false)
    private static let printerOrphan = ServerJob(
        id: 3, state: .held, reasons: ["job-data-insufficient"], impressions: 0, wasProcessed: false)

    static let readyRows: [Row] = [
        Row(
            description: "all is well", state: .ready, queue: view(), printer: view(),
            decision: .send(printerUpTime: 100)),
        Row(
            description: "cupsd down", state: .ready, queue: nil, printer: view(),
            decision: .wait(.held(.serviceDown))),
        Row(
            description: "printer off", state: .ready, queue: view(), printer: nil,
            decision: .wait(.held(.unreachable))),
        Row(
            description: "printer stopped for its cover", state: .ready, queue: view(),
            printer: view([], .stopped, reasons: ["cover-open-error"]), decision: .wait(.held(.coverOpen))),
        Row(
            description: "an empty tray of a printer that works is for the printer to say", state: .ready,
            queue: view(), printer: view(reasons: ["media-empty-report"]), decision: .send(printerUpTime: 100)),
        Row(
            description: "queue paused", state: .ready, queue: view([], .stopped), printer: view(),
            decision: .wait(.held(.stopped))),
        Row(
            description: "queue not complete yet", state: .ready, queue: view(accepts: false), printer: view(),
            decision: .wait(.held(.stopped))),
        Row(
            description: "a voided attempt", state: .ready, queue: view([queued(.cancelled, processed: false)]),
            printer: view(), decision: .send(printerUpTime: 100)),
        Row(
            description: "a ledger from a backup: printed already", state: .ready, queue: view(),
            printer: view([printing(.completed, impressions: 2)]), decision: .record(.submit)),
    ]

    static let submittingRows: [Row] = [
        Row(
            description: "killed before Create-Job", state: .submitting, queue: view(), printer: view(),
            decision: .record(.foundAbsent)),
        Row(
            description: "killed after Create-Job", state: .submitting, queue: view([orphan]), printer: view(),
            decision: .cancelJobs(queue: [7], printer: [])),
        Row(
            description: "its orphan cancelled", state: .submitting,
            queue: view([queued(.cancelled, processed: false)]), printer: view(), decision: .record(.foundAbsent)),
        Row(
            description: "printer off meanwhile", state: .submitting, queue: view(), printer: nil,
            decision: .record(.foundAbsent)),
        Row(
            description: "cupsd gone", state: .submitting, queue: nil, printer: view(),
            decision: .wait(.held(.serviceDown))),
        Row(
            description: "the queue will never take it", state: .submitting, queue: view(), printer: view(),
            refusal: "no such format", decision: .record(.fail(reason: "no such format"))),
    ]

    static let printerRows: [Row] = [
        Row(
            description: "all sheets out", state: seen, queue: view([queued(.processing)], .processing),
            printer: view([printing(.completed, impressions: 2)]), decision: .record(.print(at: now))),
        Row(
            description: "all sheets out, cupsd gone", state: seen, queue: nil,
            printer: view([printing(.completed, impressions: 2)]), decision: .record(.print(at: now))),
        Row(
            description: "completed with a sheet too few", state: seen, queue: view([queued(.completed)]),
            printer: view([printing(.completed, impressions: 1)]), decision: .record(.lose)),
        Row(
            description: "completed by a printer that doesn't count", state: seen, queue: view([queued(.completed)]),
            printer: view([printing(.completed, impressions: nil)]), decision: .record(.lose)),
        Row(
            description: "first sight", state: accepted, queue: view([queued(.processing)], .processing),
            printer: view([printing(.processing)], .processing),
            decision: .record(.accept(job.seen(asPrinterJob: 3)))),
        Row(
            description: "first sheet", state: seen, queue: view([queued(.processing)], .processing),
            printer: view([printing(.processing)], .processing), decision: .wait(.printing(sheet: 1, of: 2))),
        Row(
            description: "second sheet", state: seen, queue: nil,
            printer: view([printing(.processing, impressions: 1)], .processing),
            decision: .wait(.printing(sheet: 2, of: 2))),
        Row(
            description: "both out, not completed yet", state: seen, queue: nil,
            printer: view([printing(.processing, impressions: 2)], .processing),
            decision: .wait(.printing(sheet: 2, of: 2))),
        Row(
            description: "tray empty", state: seen, queue: view([queued(.processing)], .processing),
            printer: view([printing(.processing)], .processing, reasons: ["media-empty-warning"]),
            decision: .wait(.held(.outOfPaper))),
        Row(
            description: "aborted without a sheet", state: seen, queue: view([queued(.cancelled)]),
            printer: view([printing(.aborted)]), decision: .record(.fail(reason: "as it says"))),
        Row(
            description: "aborted, but the backend may try again", state: seen,
            queue: view([queued(.processing)], .processing), printer: view([printing(.aborted)]),
            decision: .cancelJobs(queue: [7], printer: [])),
        Row(
            description: "aborted, the backend not gone yet", state: seen,
            queue: view([queued(.cancelled)], .processing),
            printer: view([printing(.aborted)]), decision: .wait(.waiting)),
        Row(
            description: "aborted, nobody to ask at the queue", state: seen, queue: nil,
            printer: view([printing(.aborted)]), decision: .wait(.held(.serviceDown))),
        Row(
            description: "aborted after a sheet", state: seen, queue: view([queued(.cancelled)]),
            printer: view([printing(.aborted, impressions: 1)]), decision: .record(.lose)),
        Row(
            description: "cancelled at its panel", state: seen, queue: view([queued(.cancelled)]),
            printer: view([printing(.cancelled)]), decision: .record(.cancel)),
        Row(
            description: "seen in its line, cancelled there", state: seen, queue: view([queued(.cancelled)]),
            printer: view([printing(.cancelled, processed: false)]), decision: .record(.cancel)),
        Row(
            description: "a second attempt after a void one", state: accepted,
            queue: view([queued(.processing)], .processing),
            printer: view([
                ServerJob(id: 2, state: .cancelled, impressions: 0, wasProcessed: false), printing(.processing),
            ]), decision: .record(.accept(job.seen(asPrinterJob: 3)))),
        Row(
            description: "an orphan of a dead backend", state: accepted, queue: view(),
            printer: view([printerOrphan]), decision: .cancelJobs(queue: [], printer: [3])),
        Row(
            description: "its document is coming", state: accepted, queue: view([queued(.processing)], .processing),
            printer: view([printerOrphan]), decision: .wait(.waiting)),
        Row(
            description: "its document may be coming from a backend without cupsd", state: accepted, queue: nil,
            printer: view([printerOrphan]), decision: .wait(.held(.serviceDown))),
    ]

    static let queueRows: [Row] = [
        Row(
            description: "on its way", state: accepted, queue: view([queued(.processing)], .processing),
            printer: view(), decision: .wait(.waiting)),
        Row(
            description: "on its way to a printer that is off", state: accepted,
            queue: view([queued(.processing)], .processing), printer: nil, decision: .wait(.held(.unreachable))),
        Row(
            description: "on its way to a printer that restarted", state: accepted,
            queue: view([queued(.processing)], .processing), printer: view(), isProven: false,
            decision: .wait(.waiting)),
        Row(
            description: "killed before Send-Document", state: accepted, queue: view([orphan]), printer: view(),
            decision: .cancelJobs(queue: [7], printer: [])),
        Row(
            description: "its orphan cancelled, printer off", state: accepted,
            queue: view([queued(.cancelled, processed: false)]), printer: nil, decision: .record(.foundAbsent)),
        Row(
            description: "cupsd gone", state: accepted, queue: nil, printer: view(),
            decision: .wait(.held(.serviceDown))),
        Row(
            description: "cupsd restarted, never handed over", state: accepted, queue: view(), printer: view(),
            decision: .record(.foundAbsent)),
        Row(
            description: "cupsd restarted, and who knows", state: accepted, queue: view(), printer: view(),
            isProven: false, decision: .record(.lose)),
        Row(
            description: "cupsd restarted, printer off", state: accepted, queue: view(), printer: nil,
            decision: .wait(.held(.unreachable))),
        Row(
            description: "cupsd calls it completed: the printer lost it", state: accepted,
            queue: view([queued(.completed)]), printer: view(), decision: .record(.lose)),
        Row(
            description: "aborted by cupsd, surely never handed over", state: accepted,
            queue: view([queued(.aborted)]), printer: view(), decision: .record(.fail(reason: "aborted by the queue"))),
        Row(
            description: "aborted by cupsd, and who knows", state: accepted, queue: view([queued(.aborted)]),
            printer: view(), isProven: false, decision: .record(.lose)),
        Row(
            description: "seen once, forgotten", state: seen, queue: view(), printer: view(),
            decision: .record(.lose)),
        Row(
            description: "seen once, printer off", state: seen, queue: view([queued(.processing)], .processing),
            printer: nil, decision: .wait(.held(.unreachable))),
    ]

    static let cancelRows: [Row] = [
        Row(
            description: "nothing sent, cupsd down, printer off", state: .ready, queue: nil, printer: nil,
            isCancelling: true, decision: .record(.cancel)),
        Row(
            description: "an orphan at the queue", state: .submitting, queue: view([orphan]), printer: nil,
            isCancelling: true, decision: .cancelJobs(queue: [7], printer: [])),
        Row(
            description: "nothing at the queue", state: .submitting, queue: view(), printer: nil, isCancelling: true,
            decision: .record(.cancel)),
        Row(
            description: "on its way", state: accepted, queue: view([queued(.processing)], .processing),
            printer: view(), isCancelling: true, decision: .cancelJobs(queue: [7], printer: [])),
        Row(
            description: "the backend not gone yet", state: accepted, queue: view([queued(.cancelled)], .processing),
            printer: view(), isCancelling: true, decision: .wait(.waiting)),
        Row(
            description: "stopped on its way", state: accepted, queue: view([queued(.cancelled)]), printer: view(),
            isCancelling: true, decision: .record(.cancel)),
        Row(
            description: "stopped on its way to a printer that is off now", state: accepted,
            queue: view([queued(.cancelled)]), printer: nil, isCancelling: true, decision: .record(.lose)),
        Row(
            description: "printing, cupsd hands the wish on", state: seen,
            queue: view([queued(.processing)], .processing), printer: view([printing(.processing)], .processing),
            isCancelling: true, decision: .cancelJobs(queue: [7], printer: [])),
        Row(
            description: "printing, nobody hands the wish on", state: seen, queue: nil,
            printer: view([printing(.processing)], .processing), isCancelling: true,
            decision: .cancelJobs(queue: [], printer: [3])),
        Row(
            description: "the printer comes to its stop", state: seen, queue: view([queued(.cancelled)]),
            printer: view([printing(.processing, reasons: ["processing-to-stop-point"])], .processing),
            isCancelling: true, decision: .wait(.printing(sheet: 1, of: 2))),
        Row(
            description: "too late", state: seen, queue: view([queued(.cancelled)]),
            printer: view([printing(.completed, impressions: 2)]), isCancelling: true,
            decision: .record(.print(at: now))),
        Row(
            description: "stopped after a sheet", state: seen, queue: view([queued(.cancelled)]),
            printer: view([printing(.cancelled, impressions: 1)]), isCancelling: true, decision: .record(.lose)),
        Row(
            description: "seen, printer off", state: seen, queue: view(), printer: nil, isCancelling: true,
            decision: .record(.lose)),
    ]
}
