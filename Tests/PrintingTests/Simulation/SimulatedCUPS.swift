import Printing

/// cupsd as it is started here: what it had is gone after a kill, its backend lives on until the next start.
struct SimulatedCUPS {
    struct Job {
        let id: Int
        let name: String
        var hasDocument = false
        var state = ServerJob.State.held
        var wasProcessed = false
    }

    /// The process that hands one job to the printer.
    struct Backend {
        enum Stage {
            case connecting
            case created(Int, boot: Double?)
            case sent(Int, boot: Double?)
        }
        let jobID: Int
        let name: String
        var stage = Stage.connecting
        var isAskedToEnd = false
        /// cupsd is gone; nobody reads what it reports.
        var isOrphan = false
    }

    private(set) var isUp = true
    private(set) var jobs: [Job] = []
    private(set) var backend: Backend?
    private var lastID = 0

    mutating func kill() {
        isUp = false
        backend?.isOrphan = true
    }

    mutating func start() {
        guard !isUp else { return }
        self = SimulatedCUPS()
    }

    mutating func createJob(_ name: String) -> Int {
        lastID += 1
        jobs.append(Job(id: lastID, name: name))
        return lastID
    }

    mutating func takeDocument(_ id: Int) -> Bool {
        guard let index = jobs.firstIndex(where: { $0.id == id && $0.state == .held }) else { return false }
        jobs[index].hasDocument = true
        jobs[index].state = .pending
        return true
    }

    mutating func cancel(_ id: Int) {
        guard let index = jobs.firstIndex(where: { $0.id == id && $0.state < .cancelled }) else { return }
        jobs[index].state = .cancelled
        if backend?.jobID == id { backend?.isAskedToEnd = true }
    }

    /// cupsd gives the oldest waiting job to a backend.
    mutating func schedule() {
        guard isUp, backend == nil, let index = jobs.firstIndex(where: { $0.state == .pending }) else { return }
        jobs[index].state = .processing
        jobs[index].wasProcessed = true
        backend = Backend(jobID: jobs[index].id, name: jobs[index].name)
    }

    /// One step of the backend, as backend/ipp.c of cups 2.4 goes.
    mutating func step(_ printer: inout SimulatedPrinter, pages: Int, at time: Double) {
        guard var working = backend else { return }
        defer { if backend != nil { backend = working } }
        switch working.stage {
        case .connecting:
            if working.isAskedToEnd { return end(.cancelled) }
            if let id = printer.createJob(working.name, pages: pages) {
                working.stage = .created(id, boot: printer.bootedAt)
            }
        case .created(let id, let boot):
            if working.isAskedToEnd {
                if printer.bootedAt == boot { printer.cancel(id, at: time) }
                return end(.cancelled)
            }
            guard printer.isOn else { return working.stage = .connecting }
            guard printer.bootedAt == boot, printer.takeDocument(id, at: time) else { return end(.aborted) }
            working.stage = .sent(id, boot: boot)
        case .sent(let id, let boot):
            guard printer.isOn else { return working.isAskedToEnd ? end(.cancelled) : () }
            guard printer.bootedAt == boot, let job = printer.jobs.first(where: { $0.id == id }) else {
                return end(.completed)  // The lie: cups-ipp-missing-job-history.
            }
            if working.isAskedToEnd {
                printer.cancel(id, at: time)
                return end(.cancelled)
            }
            if job.state >= .cancelled { end(job.state == .completed ? .completed : .cancelled) }
        }
    }

    private mutating func end(_ state: ServerJob.State) {
        guard let ended = backend else { return }
        backend = nil
        guard !ended.isOrphan, let index = jobs.firstIndex(where: { $0.id == ended.jobID }) else { return }
        if jobs[index].state < .cancelled { jobs[index].state = state }
    }
}
