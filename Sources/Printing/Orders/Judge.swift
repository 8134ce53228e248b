package import Core

/// Decides what a look means for an order: pure, so that every window between two steps can be tried in a table.
///
/// The rules, strongest first:
/// 1. The printer's own job has the word; the queue's is hearsay (cupsd says `completed` of a job that the printer
///    lost).
/// 2. A document is handed over only after the ledger says `accepted`: before, no sheet can be out.
/// 3. What was handed over and can't be found is sent again only on proof that it never arrived; else it is unknown.
package struct Judge: Sendable {
    let order: PrintOrder
    let look: Look
    /// The watch over the printer since the document was handed over; nil before.
    let watch: PrinterWatch?
    /// A person wants no sheet any more.
    let isCancelling: Bool
    /// Why the queue will never take this document.
    let refusal: String?
    /// The printer's address, for the ledger.
    let device: String

    package init(
        order: PrintOrder, look: Look, watch: PrinterWatch?, isCancelling: Bool = false, refusal: String? = nil,
        device: String
    ) {
        self.order = order
        self.look = look
        self.watch = watch
        self.isCancelling = isCancelling
        self.refusal = refusal
        self.device = device
    }

    package var decision: Decision {
        switch order.state {
        case .ready: beforeSending
        case .submitting, .accepted: printersWord ?? queuesWord
        case .printed, .failed, .cancelled, .unknown: .wait(.ended(order.state))
        }
    }
}

// MARK: - Nothing sent

extension Judge {
    private var beforeSending: Decision {
        guard let queue = look.queue else { return isCancelling ? .record(.cancel) : .wait(.held(.serviceDown)) }
        if isCancelling, queue.active.isEmpty { return .record(.cancel) }
        guard let printer = look.printer else { return .wait(.held(.unreachable)) }
        // A ledger older than its jobs, as after a restored backup: never print what was printed.
        guard (queue.jobs + printer.jobs).allSatisfy(\.isVoid) else { return .record(.submit) }
        guard printer.status.takesWork else { return .wait(.held(printer.status.trouble)) }
        guard queue.status.takesWork else { return .wait(.held(.stopped)) }
        return .send(printerUpTime: printer.status.upTime)
    }
}

// MARK: - The printer's word

extension Judge {
    private var printersWord: Decision? {
        let jobs = (look.printer?.jobs ?? []).filter { !$0.isVoid || $0.id == seenJob }
        if jobs.contains(where: isAllOut) { return .record(.print(at: look.at)) }
        if let job = jobs.first(where: \.isActive) { return follow(job) }
        return jobs.last.map(conclude(known:))
    }

    /// The job that once had its document at the printer.
    private var seenJob: Int? {
        if case .accepted(let reference) = order.state { reference.printerJobID } else { nil }
    }

    private func isAllOut(_ job: ServerJob) -> Bool { job.state == .completed && job.impressions == order.pages }

    private func follow(_ job: ServerJob) -> Decision {
        if job.lacksDocument { return awaitDocument(of: job) }
        if let sighting = sighting(of: job) { return .record(.accept(sighting)) }
        if isCancelling, !job.isStopping {
            // cupsd's backend hands the wish on; without a job at the queue nobody does.
            let queued = look.queue?.active.map(\.id) ?? []
            return .cancelJobs(queue: queued, printer: queued.isEmpty ? [job.id] : [])
        }
        if let fault = look.printer?.fault { return .wait(.held(fault)) }
        return .wait(.printing(sheet: min((job.impressions ?? 0) + 1, order.pages), of: order.pages))
    }

    /// The sender died between creating the job and giving it its document: it would block the printer for ever.
    private func awaitDocument(of job: ServerJob) -> Decision {
        guard let queue = look.queue else { return .wait(.held(.serviceDown)) }
        return queue.isQuiet ? .cancelJobs(queue: [], printer: [job.id]) : .wait(.waiting)
    }

    /// What the ledger must know before anything else is done: nil when it knows.
    private func sighting(of job: ServerJob) -> PrintOrder.JobReference? {
        guard case .accepted(let reference) = order.state else {
            return PrintOrder.JobReference(
                device: device, jobID: 0, printerUpTime: look.printer?.status.upTime ?? 0, acceptedAt: look.at,
                printerJobID: job.id)
        }
        return reference.printerJobID == nil ? reference.seen(asPrinterJob: job.id) : nil
    }

    /// A job that the printer worked on and ended otherwise than with every sheet out.
    private func conclude(known job: ServerJob) -> Decision {
        guard job.state != .completed, job.impressions == 0 else { return .record(.lose) }
        // Only when nobody can send it once more is "no sheet" the last word.
        guard let queue = look.queue else { return .wait(.held(.serviceDown)) }
        guard queue.active.isEmpty else { return .cancelJobs(queue: queue.active.map(\.id), printer: []) }
        guard queue.isQuiet else { return .wait(.waiting) }
        return .record(job.state == .cancelled ? .cancel : .fail(reason: job.message ?? "aborted by the printer"))
    }
}

// MARK: - The queue's word

extension Judge {
    /// The printer knows nothing of the order, or doesn't answer.
    private var queuesWord: Decision {
        if seenJob != nil {
            return look.printer == nil && !isCancelling ? .wait(.held(.unreachable)) : .record(.lose)
        }
        guard let queue = look.queue else { return .wait(.held(.serviceDown)) }
        if !queue.active.isEmpty { return underway(in: queue) }
        guard queue.isQuiet else { return .wait(.waiting) }
        if let job = queue.jobs.last(where: { !$0.isVoid }) { return conclude(unseen: job) }
        return absent
    }

    private func underway(in queue: Look.View) -> Decision {
        let orphans = queue.active.filter(\.lacksDocument)
        if isCancelling { return .cancelJobs(queue: queue.active.map(\.id), printer: []) }
        if !orphans.isEmpty { return .cancelJobs(queue: orphans.map(\.id), printer: []) }
        guard let printer = look.printer else { return .wait(.held(.unreachable)) }
        return .wait((printer.fault ?? queue.stoppedFault).map(PrintProgress.held) ?? .waiting)
    }

    /// The queue worked on its job, and the printer doesn't know it.
    private func conclude(unseen job: ServerJob) -> Decision {
        guard look.printer != nil else { return isCancelling ? .record(.lose) : .wait(.held(.unreachable)) }
        guard job.state != .completed, isProvenAbsent else { return .record(.lose) }
        return .record(job.state == .cancelled ? .cancel : .fail(reason: job.message ?? "aborted by the queue"))
    }

    /// Neither queue nor printer knows of it.
    private var absent: Decision {
        if !isProvenAbsent {
            return look.printer == nil && !isCancelling ? .wait(.held(.unreachable)) : .record(.lose)
        }
        if isCancelling { return .record(.cancel) }
        return .record(refusal.map { .fail(reason: $0) } ?? .foundAbsent)
    }

    private var isProvenAbsent: Bool {
        guard case .accepted(let reference) = order.state else { return true }
        if look.queue?.jobs.contains(where: { $0.id == reference.jobID && $0.isVoid }) == true { return true }
        return look.printer != nil && watch?.isUnbroken == true
    }
}

extension Look.View {
    var fault: PrinterFault? { PrinterCondition(status).fault }

    var stoppedFault: PrinterFault? { status.takesWork ? nil : .stopped }
}

extension ServerStatus {
    /// For a server that takes no work: why.
    var trouble: PrinterFault { PrinterCondition(self).fault ?? .stopped }
}
