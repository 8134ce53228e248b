package import Core
package import Foundation

/// Proves that a job which a printer doesn't know was never there.
///
/// A printer forgets finished jobs after a while, and all jobs when it restarts. So "not there" proves something only
/// to one who has looked often enough, at a printer that has not restarted in between. A restart shows in the
/// printer's own clock: it runs backwards, or no longer beside ours.
package struct PrinterWatch: Hashable, Sendable {
    /// How far the two clocks may seem to drift apart between two looks, in seconds: one for a clock of whole seconds,
    /// the rest for slow answers.
    static let tolerance: TimeInterval = 3
    /// A restart sets the printer's clock back by what it had counted; less than this would hide in the tolerance.
    static let leastUpTime = 5

    private var upTime: Int
    private var at: Date
    private let memory: Int
    /// Whether a job handed over since the watch began would have been seen.
    package private(set) var isUnbroken: Bool

    /// - Parameters:
    ///   - upTime: the printer's `printer-up-time`, read before the job was handed over, at `at`.
    ///   - memory: seconds for which the printer surely remembers a finished job.
    package init(upTime: Int, at: Date, memory: Int) {
        self.upTime = upTime
        self.at = at
        self.memory = memory
        isUnbroken = upTime >= Self.leastUpTime
    }

    /// Takes the watch up again where a ledger row left it.
    package init(since job: PrintOrder.JobReference, memory: Int) {
        self.init(upTime: job.printerUpTime, at: job.acceptedAt ?? .distantPast, memory: memory)
        isUnbroken = isUnbroken && job.acceptedAt != nil
    }

    /// A further look at the printer.
    package mutating func look(upTime: Int, at: Date) {
        let passed = upTime - self.upTime
        let drift = abs(at.timeIntervalSince(self.at) - TimeInterval(passed))
        isUnbroken = isUnbroken && (0...memory).contains(passed) && drift <= Self.tolerance
        self.upTime = upTime
        self.at = at
    }
}
