import CentralAPI
import Core
import Foundation
import Sync

/// Tells the store how this machine is: at the start, at every change, and every ten minutes. A store that is too old
/// to ask for it is no fault.
struct FleetReporter: Sendable {
    let store: any FleetStore
    let survey: @Sendable () async -> KioskReport
    /// Hears what the store says to a report.
    let instructed: @Sendable (KioskInstructions) async -> Void
    /// Between two looks at what there is to tell.
    var look: Duration = .seconds(30)
    var period: Duration = .seconds(KioskReport.period)

    func run<Time: Clock<Duration>>(by clock: Time = ContinuousClock()) async {
        var (told, isDueAt): (KioskReport?, Time.Instant) = (nil, clock.now)
        while !Task.isCancelled {
            let report = await survey()
            if report != told || clock.now >= isDueAt, await tell(report) {
                (told, isDueAt) = (report, clock.now.advanced(by: period))
            }
            try? await clock.sleep(for: look)
        }
    }

    /// - Returns: whether there is nothing more to try before the next period.
    private func tell(_ report: KioskReport) async -> Bool {
        do throws(StoreFault) {
            let instructions = try await store.report(report)
            await instructed(instructions)
            return true
        } catch {
            return error == .misunderstood || error == .notFound
        }
    }
}
