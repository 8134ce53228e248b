package import Core
package import Logging
import ServiceLifecycle

/// Follows what changes at the store: another kiosk's seal, a reviewer's act. Long polls, one after the other.
package actor ChangeFeedFollower: Service {
    private let storage: any KioskStorage
    private let store: any CentralStore
    private let wait: Int
    private let backoff: Backoff
    private let jitter: @Sendable () -> Double
    private let logger: Logger
    private let broadcast = Broadcast<[ApplicationStatus]>()
    private let signal = Signal()
    private var failures = 0

    /// - Parameters:
    ///   - wait: seconds that the store holds a question to which there is no news yet.
    ///   - jitter: 0 to 1, by chance.
    package init(
        storage: any KioskStorage, store: any CentralStore, wait: Int = 25, backoff: Backoff = Backoff(),
        jitter: @escaping @Sendable () -> Double, logger: Logger
    ) {
        self.storage = storage
        self.store = store
        self.wait = wait
        self.backoff = backoff
        self.jitter = jitter
        self.logger = logger
    }

    /// The changes from now on, as many as came at once, in the store's order, after the place in the feed is kept.
    ///
    /// An array, because its elements lie in the heap: a loop over single changes would keep the last one, with the
    /// applicant's name, in its own frame for as long as it waits for the next.
    package nonisolated func changes() -> AsyncStream<[ApplicationStatus]> { broadcast.values() }

    package func run() async throws {
        await cancelWhenGracefulShutdown { await self.follow() }
    }

    private func follow() async {
        var alarm = Alarm(firing: signal)
        signal.fire()
        for await _ in signal.occurrences { alarm.set(at: .now + (await step())) }
    }

    /// - Returns: how long to wait before the next question.
    private func step() async -> Duration {
        let asked = ContinuousClock.now
        do {
            let cursor = try await storage.feedCursor()
            let page = try await store.changes(after: cursor, wait: wait)
            if page.cursor != cursor { try await storage.apply(page) }
            if !page.changes.isEmpty { broadcast.send(page.changes) }
            failures = 0
            // A store that answers "nothing" without waiting must not be asked in a circle.
            let isEager = page.changes.isEmpty && ContinuousClock.now - asked < backoff.first
            return isEager ? backoff.first : .zero
        } catch {
            failures += 1
            if !Task.isCancelled { logger.notice("the change feed pauses", metadata: ["fault": "\(error)"]) }
            return backoff.delay(afterFailures: failures, jitter: jitter())
        }
    }
}
