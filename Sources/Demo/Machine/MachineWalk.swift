import Foundation

/// A scripted walk on a machine that runs already.
struct MachineWalk {
    let hall: Hall
    let flow: any WalkFlow
    let output: URL

    func run(on front: GuestFront) async throws -> WalkSummary {
        defer { front.close() }
        let report = try WalkReport(into: output)
        let walk = Walk(hall: hall, kiosk: front, report: report, flow: flow)
        try await walk.run()
        let summary = try await ScriptedWalk(output: output, flow: flow).takeStock(of: hall, report)
        try summary.check(flow.outcome)
        return summary
    }
}
