import Foundation
import Printing

struct SimulatedQueueServer: PrintServer {
    let world: SimulatedWorld

    func status() throws(PrintServerFault) -> ServerStatus {
        try step { state throws(PrintServerFault) in
            ServerStatus(
                state: state.cups.backend == nil ? .idle : .processing, reasons: ["none"], acceptsJobs: true,
                upTime: Int(state.time))
        }
    }

    func jobs(named name: String) throws(PrintServerFault) -> [ServerJob] {
        try step { state throws(PrintServerFault) in
            state.cups.jobs.filter { $0.name == name }.map { job in
                ServerJob(
                    id: job.id, state: job.state, reasons: job.hasDocument ? [] : ["job-incoming"],
                    impressions: job.wasProcessed ? 1 : 0, wasProcessed: job.wasProcessed)
            }
        }
    }

    func createJob(named name: String) throws(PrintServerFault) -> Int {
        try step { state throws(PrintServerFault) in state.cups.createJob(name) }
    }

    func send(_ document: Data, toJob id: Int) throws(PrintServerFault) {
        try step { state throws(PrintServerFault) in
            guard state.cups.takeDocument(id) else { throw .notFound }
        }
    }

    func cancelJob(_ id: Int) throws(PrintServerFault) {
        try step { state throws(PrintServerFault) in state.cups.cancel(id) }
    }

    private func step<Value: Sendable>(
        _ body: (inout SimulatedWorld.State) throws(PrintServerFault) -> Value
    ) throws(PrintServerFault) -> Value {
        try answer(world) { state throws(PrintServerFault) in
            guard state.cups.isUp else { throw .unreachable }
            return try body(&state)
        }
    }
}

struct SimulatedPrinterServer: PrintServer {
    let world: SimulatedWorld

    func status() throws(PrintServerFault) -> ServerStatus {
        try step { state throws(PrintServerFault) in
            ServerStatus(
                state: state.printer.jobs.contains { $0.state == .processing } ? .processing : .idle,
                reasons: state.printer.hasPaper ? ["none"] : ["media-empty-warning", "media-needed-warning"],
                acceptsJobs: true, upTime: Int(state.time) - Int(state.printer.bootedAt ?? state.time))
        }
    }

    func jobs(named name: String) throws(PrintServerFault) -> [ServerJob] {
        try step { state throws(PrintServerFault) in
            state.printer.jobs.filter { $0.name == name }.map { job in
                ServerJob(
                    id: job.id, state: job.state,
                    reasons: job.isStopping
                        ? ["processing-to-stop-point"] : job.hasDocument ? [] : ["job-data-insufficient"],
                    impressions: job.sheets, wasProcessed: job.hasDocument)
            }
        }
    }

    func createJob(named name: String) throws(PrintServerFault) -> Int { throw .refused(reason: "through cupsd only") }
    func send(_ document: Data, toJob id: Int) throws(PrintServerFault) { throw .refused(reason: "through cupsd only") }

    func cancelJob(_ id: Int) throws(PrintServerFault) {
        try step { state throws(PrintServerFault) in state.printer.cancel(id, at: state.time) }
    }

    private func step<Value: Sendable>(
        _ body: (inout SimulatedWorld.State) throws(PrintServerFault) -> Value
    ) throws(PrintServerFault) -> Value {
        try answer(world) { state throws(PrintServerFault) in
            guard state.printer.isOn else { throw .unreachable }
            return try body(&state)
        }
    }
}

/// A dead kiosk hears no answer.
private func answer<Value: Sendable>(
    _ world: SimulatedWorld, _ body: (inout SimulatedWorld.State) throws(PrintServerFault) -> Value
) throws(PrintServerFault) -> Value {
    let answer = world.step { state -> Result<Value, PrintServerFault> in
        do throws(PrintServerFault) { return .success(try body(&state)) } catch { return .failure(error) }
    }
    guard let answer else { throw .unreachable }
    return try answer.get()
}
