package import Core
package import Logging
import ServiceLifecycle

/// Keeps the cached register of enterprises up to date, page by page from where it stopped.
package actor RegisterFetcher: Service {
    private let storage: any KioskStorage
    private let store: any CentralStore
    private let interval: Duration
    private let backoff: Backoff
    private let jitter: @Sendable () -> Double
    private let logger: Logger
    private let broadcast = Broadcast<Int>()
    private let signal = Signal()
    private var failures = 0

    /// - Parameters:
    ///   - interval: between two looks at a register that was complete.
    ///   - jitter: 0 to 1, by chance.
    package init(
        storage: any KioskStorage, store: any CentralStore, interval: Duration = .seconds(3_600),
        backoff: Backoff = Backoff(), jitter: @escaping @Sendable () -> Double, logger: Logger
    ) {
        self.storage = storage
        self.store = store
        self.interval = interval
        self.backoff = backoff
        self.jitter = jitter
        self.logger = logger
    }

    /// The register has become more complete: how many enterprises the new page held.
    package nonisolated func updates() -> AsyncStream<Int> { broadcast.values() }

    package func run() async throws {
        await cancelWhenGracefulShutdown { await self.keepFetching() }
    }

    private func keepFetching() async {
        var alarm = Alarm(firing: signal)
        signal.fire()
        for await _ in signal.occurrences { alarm.set(at: .now + (await step())) }
    }

    /// One page. - Returns: how long to wait before the next.
    private func step() async -> Duration {
        do {
            let cursor = try await storage.registerCursor()
            let page = try await store.enterpriseRegister(after: cursor)
            failures = 0
            if page.cursor != cursor || !page.enterprises.isEmpty {
                try await storage.keep(page)
                broadcast.send(page.enterprises.count)
            }
            return page.isLast || page.cursor == cursor ? interval : .zero
        } catch {
            failures += 1
            if !Task.isCancelled { logger.notice("the register of enterprises waits", metadata: ["fault": "\(error)"]) }
            return backoff.delay(afterFailures: failures, jitter: jitter())
        }
    }
}
