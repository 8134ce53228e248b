package import Core
package import Foundation
package import Terminal

/// Everything that the kiosk's screens know. `update` is the only way to change it; `view` the only way to see it.
package struct KioskModel: Hashable, Sendable {
    package let settings: KioskSettings
    package internal(set) var language = Language.chinese
    package internal(set) var now: Date
    package internal(set) var devices = Devices()
    package internal(set) var visit = Visit.none
    package internal(set) var screen = Screen.welcome
    /// What must be said on top of the present screen; the next touch takes it away.
    package internal(set) var notice: Notice?
    /// Where the program should put the focus, so that it scrolls into view.
    package internal(set) var attention: Attention?

    var lastTouch: Date
    var errands = Errands()
    var cardWatch = CardWatch.steady
    /// Cards of ended visits that are still on their readers.
    var forgottenCards: Set<ReaderRole> = []
    var dice: Dice

    /// - Parameter seed: for the order of a shuffled PIN pad.
    package init(settings: KioskSettings, now: Date, seed: UInt64) {
        self.settings = settings
        self.now = now
        lastTouch = now
        dice = Dice(seed: seed)
    }

    /// Takes one message in; the commands go to the runner in this order.
    package mutating func update(_ message: Message) -> [Command] {
        switch message {
        case .act(let action):
            lastTouch = now
            return act(action)
        case .touched:
            lastTouch = now
            return []
        case .tick(let instant):
            now = instant
            return pass()
        case .card(let event):
            return take(event)
        case .printer(let fault):
            devices.printer = fault
            return []
        case .network(let isReachable):
            devices.isStoreReachable = isReachable
            return []
        case .changed(let applications):
            visit.note(applications)
            return []
        case .print(let token, let progress):
            note(progress, of: token)
            return []
        case .answer(let id, let answer):
            return take(answer, to: id)
        }
    }

    package var today: CivilDate { CivilDate(shanghai: now) }

    /// Something that the person waits for is being done.
    package var isBusy: Bool { errands.isBusy }
}

/// A node to be brought into view; the count tells two requests for the same one apart.
package struct Attention: Hashable, Sendable {
    package let node: NodeID
    package let count: Int
}

package enum Notice: Hashable, Sendable {
    case trouble(Trouble)
    case refused(EntryRefusal)
    /// What is done before it can be asked for again.
    case formIncomplete(problems: Int)
    case staffCalled
    case sessionEnded
}

/// What has been asked of the runner and is waited for: at most one errand a lane.
struct Errands: Hashable, Sendable {
    enum Lane: Hashable, Sendable {
        /// The person waits for it.
        case foreground
        /// The store's session is opened anew, and the errand that it interrupted goes on.
        case renewal
        case recheck
        case refresh
        /// An entry whose screen the person has left.
        case receipt
        case keeping
        case search
        case composition
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

/// SplitMix64 (Steele, Lea, Flood 2014).
struct Dice: RandomNumberGenerator, Hashable, Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
