package import Foundation

/// Time as the printing room sees it.
package struct PrintTiming: Sendable {
    /// Between two looks at queue and printer.
    let interval: Duration
    /// Seconds for which the printer surely remembers a finished job. ippeveprinter: 60. 0 for a printer that forgets
    /// at once: an order that may have been sent is then never sent again.
    let memory: Int
    let clock: any Clock<Duration>
    let now: @Sendable () -> Date

    package init(
        interval: Duration = .milliseconds(250), memory: Int = 50, clock: any Clock<Duration> = ContinuousClock(),
        now: @escaping @Sendable () -> Date
    ) {
        self.interval = interval
        self.memory = memory
        self.clock = clock
        self.now = now
    }

    func sleep() async throws { try await clock.sleep(for: interval) }
}
