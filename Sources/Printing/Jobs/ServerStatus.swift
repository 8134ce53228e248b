/// A queue or a printer as it tells of itself (RFC 8011 section 5.4).
package struct ServerStatus: Hashable, Sendable {
    /// `printer-state`, by its IPP number.
    package enum State: Int, Hashable, Sendable {
        case idle = 3
        case processing, stopped
    }

    package let state: State
    /// `printer-state-reasons`, severity suffixes and all.
    package let reasons: [String]
    /// `printer-is-accepting-jobs`
    package let acceptsJobs: Bool
    /// `printer-up-time`, seconds. A printer counts from its start; cupsd tells the time of day instead.
    package let upTime: Int

    package init(state: State, reasons: [String], acceptsJobs: Bool, upTime: Int) {
        self.state = state
        self.reasons = reasons
        self.acceptsJobs = acceptsJobs
        self.upTime = upTime
    }

    /// Takes a job now: neither paused nor closed.
    var takesWork: Bool { state != .stopped && acceptsJobs }
}
