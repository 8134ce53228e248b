/// What has been asked of the runner and is waited for: at most one errand a lane.
struct Errands: Hashable, Sendable {
    enum Lane: Hashable, Sendable {
        /// The person waits for it.
        case foreground
        /// The store's session is opened anew, and the errand that it interrupted goes on.
        case renewal
        case recheck
        /// A card that came into the slot while somebody is being served.
        case stranger
        case refresh
        /// An entry whose screen the person has left.
        case receipt
        case keeping
        case search
        case composition
        case picture
        /// News of a phone.
        case upload
        /// News of what lies in the scanner.
        case scanner
        /// Nobody waits for it.
        case none
    }

    private var last = 0
    private var waiting: [Lane: CommandID] = [:]
    /// What the foreground waits for, to be asked again after a renewal.
    private(set) var foreground: Work?

    var isBusy: Bool { waiting[.foreground] != nil || waiting[.renewal] != nil }

    mutating func command(_ work: Work, in lane: Lane) -> Command {
        last += 1
        let id = CommandID(last)
        if lane != .none { waiting[lane] = id }
        if lane == .foreground { foreground = work }
        return Command(id: id, work: work)
    }

    /// The lane that waited for this answer; nil when nobody does any more.
    mutating func settle(_ id: CommandID) -> Lane? {
        guard let lane = waiting.first(where: { $0.value == id })?.key else { return nil }
        waiting[lane] = nil
        return lane
    }

    mutating func drop(_ lane: Lane) { waiting[lane] = nil }

    /// What the person no longer waits for is still waited for.
    mutating func moveForeground(to lane: Lane) {
        waiting[lane] = waiting.removeValue(forKey: .foreground)
        foreground = nil
    }

    /// It has been answered, and will not be asked again.
    mutating func forgetForeground() { foreground = nil }

    /// Nothing that was asked before matters any more.
    mutating func dropAll() {
        waiting = [:]
        foreground = nil
    }
}
