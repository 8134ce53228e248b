/// A job as its server tells of it (RFC 8011 section 5.3).
package struct ServerJob: Hashable, Sendable {
    /// `job-state`, by its IPP number.
    package enum State: Int, Hashable, Sendable, Comparable {
        case pending = 3
        case held, processing, stopped, cancelled, aborted, completed

        package static func < (one: State, other: State) -> Bool { one.rawValue < other.rawValue }
    }

    package let id: Int
    package let state: State
    /// `job-state-reasons`
    package let reasons: [String]
    /// `job-impressions-completed`; nil when the server doesn't count.
    package let impressions: Int?
    /// Whether the server ever began to work on it (`time-at-processing` has a value).
    package let wasProcessed: Bool
    /// `job-state-message`, for a technician.
    package let message: String?

    package init(
        id: Int, state: State, reasons: [String] = [], impressions: Int? = nil, wasProcessed: Bool,
        message: String? = nil
    ) {
        self.id = id
        self.state = state
        self.reasons = reasons
        self.impressions = impressions
        self.wasProcessed = wasProcessed
        self.message = message
    }

    package var isActive: Bool { state < .cancelled }

    /// Created, but its document has not come: left by a sender that died, it would wait for ever.
    /// cupsd says `job-incoming`, ippeveprinter `job-data-insufficient` (RFC 8011 section 5.3.8).
    package var lacksDocument: Bool {
        state == .held && !Set(["job-incoming", "job-data-insufficient"]).isDisjoint(with: reasons)
    }

    /// Still at work, but asked to stop.
    package var isStopping: Bool { isActive && reasons.contains("processing-to-stop-point") }

    /// Ended before any work on it began: it left no sheet and never will.
    package var isVoid: Bool { !isActive && state != .completed && !wasProcessed && (impressions ?? 0) == 0 }
}
