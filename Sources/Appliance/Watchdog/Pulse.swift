/// The sign of life of a loop: given by the loop itself when a turn of it is done, so that a loop that hangs gives none.
package struct Pulse {
    private let manager: ServiceManager
    private var last: ContinuousClock.Instant?

    /// Nil where nobody listens.
    package init?(_ manager: ServiceManager?) {
        guard let manager else { return nil }
        self.manager = manager
    }

    /// After each turn. The first says that the program is ready; after that a quarter of systemd's patience passes
    /// between two signs, however often the loop turns.
    package mutating func beat(at now: ContinuousClock.Instant) {
        guard let last else {
            manager.ready()
            self.last = now
            return
        }
        guard let patience = manager.patience, now - last >= patience / 4 else { return }
        manager.alive()
        self.last = now
    }
}
