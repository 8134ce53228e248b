package import Core
package import Logging
import ServiceLifecycle

/// Sends what the outbox holds, and settles what the store has answered.
///
/// It remembers nothing that the storage does not hold: killed at any point it sends the same entry again, and the
/// store answers a repeated id with the recorded receipt. An entry that cannot be delivered blocks its own application
/// only. A refusal is an answer: it is settled, and what follows it is sent, for the store alone judges that.
package actor OutboxPump: Service {
    private let storage: any KioskStorage
    private let store: any CentralStore
    private let reachability: AsyncStream<Bool>
    private let backoff: Backoff
    private let jitter: @Sendable () -> Double
    private let logger: Logger
    private let signal = Signal()
    private let atOnce: Int
    private var plan: DeliveryPlan
    private var inFlight = 0

    /// - Parameters:
    ///   - reachability: the store's, as `CentralClient` tells it; back-offs end when it comes back.
    ///   - jitter: 0 to 1, by chance.
    ///   - atOnce: applications whose entries may be under way at the same time, so that one that hangs until its
    ///     time-out does not hold up the person who is standing there.
    package init(
        storage: any KioskStorage, store: any CentralStore, reachability: AsyncStream<Bool>,
        backoff: Backoff = Backoff(), atOnce: Int = 4, jitter: @escaping @Sendable () -> Double, logger: Logger
    ) {
        self.storage = storage
        self.store = store
        self.reachability = reachability
        self.backoff = backoff
        self.jitter = jitter
        self.logger = logger
        self.atOnce = atOnce
        plan = DeliveryPlan(backoff: backoff)
    }

    /// Somebody is waiting: every back-off ends now.
    package func nudge() {
        plan.hurry()
        signal.fire()
    }

    package func run() async throws {
        let changes = await storage.outboxChanges()
        let (signal, reachability) = (signal, reachability)
        await withDiscardingTaskGroup { group in
            group.addTask { for await _ in changes { signal.fire() } }
            group.addTask { for await isReachable in reachability where isReachable { await self.nudge() } }
            var alarm = Alarm(firing: signal)
            signal.fire()
            for await _ in signal.occurrences.cancelOnGracefulShutdown() {
                let isRead = await refresh()
                while inFlight < atOnce, let entry = plan.next(at: .now) {
                    inFlight += 1
                    group.addTask { await self.deliver(entry) }
                }
                alarm.set(at: isRead ? plan.nextDue : .now + backoff.first)
            }
            group.cancelAll()
        }
    }

    private func refresh() async -> Bool {
        do {
            plan.take(try await storage.waitingEntries())
            return true
        } catch {
            logger.error("the outbox cannot be read", metadata: ["fault": "\(error)"])
            return false
        }
    }

    private func deliver(_ waiting: WaitingEntry) async {
        let isDelivered = await send(waiting)
        inFlight -= 1
        if isDelivered {
            plan.delivered(waiting)
        } else {
            plan.failed(waiting, at: .now, jitter: jitter())
        }
        signal.fire()
    }

    private func send(_ waiting: WaitingEntry) async -> Bool {
        do {
            // Nil: settled since the queue was read.
            guard let entry = try await storage.unsettledEntry(waiting.id) else { return true }
            let receipt = try await store.submit(entry)
            try await storage.settle(receipt)
            if case .refused = receipt.outcome { log(.warning, "the store refused an entry", waiting) }
            return true
        } catch {
            log(.notice, "an entry stays in the outbox", waiting, fault: error)
            return false
        }
    }

    private func log(_ level: Logger.Level, _ text: Logger.Message, _ entry: WaitingEntry, fault: (any Error)? = nil) {
        var metadata: Logger.Metadata = ["entry": "\(entry.id)", "application": "\(entry.applicationID)"]
        if let fault { metadata["fault"] = "\(fault)" }
        logger.log(level: level, text, metadata: metadata)
    }
}
