import Core

/// Which entry may be sent when: one lane an application, strictly in order, each with its own back-off. A value
/// without I/O.
struct DeliveryPlan {
    typealias Instant = ContinuousClock.Instant

    private struct Lane {
        var entries: [WaitingEntry] = []
        var isBusy = false
        var failures = 0
        /// Not before this; nil: at once.
        var dueAt: Instant?
    }

    private let backoff: Backoff
    private var lanes: [ApplicationID: Lane] = [:]
    /// Oldest first, by the head of the queue as it was read last.
    private var order: [ApplicationID] = []

    init(backoff: Backoff) { self.backoff = backoff }

    /// Takes over the queue as the storage has it now.
    mutating func take(_ waiting: [WaitingEntry]) {
        for application in lanes.keys { lanes[application]?.entries = [] }
        order = []
        for entry in waiting {
            if lanes[entry.applicationID]?.entries.isEmpty ?? true { order.append(entry.applicationID) }
            lanes[entry.applicationID, default: Lane()].entries.append(entry)
        }
        lanes = lanes.filter { !$0.value.entries.isEmpty || $0.value.isBusy }
    }

    /// The next entry that may go now; its lane is busy until `delivered` or `failed` is said.
    mutating func next(at now: Instant) -> WaitingEntry? {
        for application in order {
            guard let lane = lanes[application], let entry = lane.entries.first, !lane.isBusy,
                lane.dueAt ?? now <= now
            else { continue }
            lanes[application]?.isBusy = true
            return entry
        }
        return nil
    }

    mutating func delivered(_ entry: WaitingEntry) {
        lanes[entry.applicationID]?.isBusy = false
        lanes[entry.applicationID]?.failures = 0
        lanes[entry.applicationID]?.dueAt = nil
        lanes[entry.applicationID]?.entries.removeAll { $0.id == entry.id }
    }

    /// - Parameter jitter: 0 to 1, by chance.
    mutating func failed(_ entry: WaitingEntry, at now: Instant, jitter: Double) {
        guard var lane = lanes[entry.applicationID] else { return }
        lane.isBusy = false
        lane.failures += 1
        lane.dueAt = now + backoff.delay(afterFailures: lane.failures, jitter: jitter)
        lanes[entry.applicationID] = lane
    }

    /// Everything may be tried at once; the back-off goes on from where it was if that fails too.
    mutating func hurry() {
        for application in lanes.keys { lanes[application]?.dueAt = nil }
    }

    /// When the next lane that waits for its time may go; nil when none does.
    var nextDue: Instant? {
        lanes.values.filter { !$0.isBusy && !$0.entries.isEmpty }.compactMap(\.dueAt).min()
    }
}
