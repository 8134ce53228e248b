import Printing

/// A printer as ippeveprinter behaves: one job at a time, a history of 60 s, nothing kept over a restart.
struct SimulatedPrinter {
    struct Job {
        let id: Int
        let name: String
        let pages: Int
        var hasDocument = false
        var state = ServerJob.State.held
        var sheets = 0
        var isStopping = false
        var nextSheetAt = Double.infinity
        var endedAt = Double.infinity
    }

    static let sheetTime = 0.4
    static let history = 60.0

    private(set) var bootedAt: Double? = 0
    private(set) var jobs: [Job] = []
    private(set) var hasPaper = true
    /// Sheets in the tray, by job name.
    private(set) var tray: [String: Int] = [:]
    private var lastID = 0

    var isOn: Bool { bootedAt != nil }

    mutating func switchOff() {
        bootedAt = nil
        jobs = []
        lastID = 0
    }

    mutating func switchOn(at time: Double) { if bootedAt == nil { bootedAt = time } }

    mutating func setPaper(_ there: Bool) { hasPaper = there }

    mutating func createJob(_ name: String, pages: Int) -> Int? {
        guard isOn, !jobs.contains(where: { $0.state < .cancelled }) else { return nil }
        lastID += 1
        jobs.append(Job(id: lastID, name: name, pages: pages))
        return lastID
    }

    /// - Returns: whether the job took it.
    mutating func takeDocument(_ id: Int, at time: Double) -> Bool {
        guard isOn, let index = jobs.firstIndex(where: { $0.id == id }), jobs[index].state == .held else {
            return false
        }
        jobs[index].hasDocument = true
        jobs[index].state = .processing
        jobs[index].nextSheetAt = time + Self.sheetTime
        return true
    }

    mutating func cancel(_ id: Int, at time: Double) {
        guard let index = jobs.firstIndex(where: { $0.id == id && $0.state < .cancelled }) else { return }
        if jobs[index].hasDocument { jobs[index].isStopping = true } else { end(index, .cancelled, at: time) }
    }

    mutating func run(until time: Double) {
        guard isOn else { return }
        jobs.removeAll { $0.endedAt + Self.history < time }
        for index in jobs.indices where jobs[index].state == .processing && hasPaper {
            if jobs[index].sheets == jobs[index].pages {
                end(index, jobs[index].isStopping ? .cancelled : .completed, at: time)
            } else if jobs[index].isStopping {
                end(index, .cancelled, at: time)
            } else if jobs[index].nextSheetAt <= time {
                jobs[index].sheets += 1
                jobs[index].nextSheetAt = time + Self.sheetTime
                tray[jobs[index].name, default: 0] += 1
            }
        }
    }

    private mutating func end(_ index: Int, _ state: ServerJob.State, at time: Double) {
        jobs[index].state = state
        jobs[index].endedAt = time
    }
}
