/// The sign of life of a loop: given by the loop itself when a turn of it is done, so that a loop that hangs gives none.
package struct Pulse {
    package enum Sign: Hashable, Sendable {
        /// The first turn is done.
        case ready
        case alive
    }

    /// How long whoever listens waits for a sign; nil when nobody waits.
    private let patience: Duration?
    private let give: (Sign) -> Void
    private var last: ContinuousClock.Instant?

    package init(patience: Duration?, give: @escaping (Sign) -> Void) {
        self.patience = patience
        self.give = give
    }

    /// Nil where nobody listens.
    package init?(_ manager: ServiceManager?) {
        guard let manager else { return nil }
        self.init(patience: manager.patience) { sign in
            switch sign {
            case .ready: manager.ready()
            case .alive: manager.alive()
            }
        }
    }

    /// After each turn. The first says that the program is ready; after that a quarter of the patience passes between two
    /// signs, however often the loop turns.
    package mutating func beat(at now: ContinuousClock.Instant) {
        guard let last else {
            give(.ready)
            self.last = now
            return
        }
        guard let patience, now - last >= patience / 4 else { return }
        give(.alive)
        self.last = now
    }
}
