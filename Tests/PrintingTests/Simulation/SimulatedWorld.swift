import Core
import Foundation
import Printing
import Synchronization

/// Kiosk, cupsd and printer in a time of their own, with every step of the kiosk a moment at which it may be killed.
final class SimulatedWorld: Sendable {
    struct Plan {
        var cupsKills: [Double] = []
        var cupsStarts: [Double] = []
        var printerCrashes: [Double] = []
        var printerStarts: [Double] = []
        var paperOut: [Double] = []
        var paperIn: [Double] = []
        /// Steps of the kiosk at which it is killed, and whether the step is still carried out.
        var kioskKills: [Int: Bool] = [:]
    }

    struct State {
        var time = 100.0
        var steps = 0
        var plan: Plan
        var seed: Seed
        let pages: Int
        var cups = SimulatedCUPS()
        var printer = SimulatedPrinter()
    }

    private let state: Mutex<State>

    init(seed: Seed, pages: Int, plan: Plan) { state = Mutex(State(plan: plan, seed: seed, pages: pages)) }

    var time: Double { state.withLock { $0.time } }
    var steps: Int { state.withLock { $0.steps } }
    var now: Date { Date(timeIntervalSince1970: 1_750_000_000 + time) }
    func sheets(of token: PrintToken) -> Int { state.withLock { $0.printer.tray[token.description] ?? 0 } }

    func advance(by seconds: Double) { state.withLock { $0.advance(by: seconds) } }

    /// One step of the kiosk. Nil: the kiosk is dead, whether the step was carried out or not.
    func step<Result: Sendable>(_ body: (inout State) -> Result) -> Result? {
        let (result, isKilled) = state.withLock { state -> (Result?, Bool) in
            if Task.isCancelled { return (nil, false) }
            state.advance(by: Double.random(in: 0.001...0.02, using: &state.seed))
            state.steps += 1
            let kill = state.plan.kioskKills[state.steps]
            return (kill == false ? nil : body(&state), kill != nil)
        }
        if isKilled { withUnsafeCurrentTask { $0?.cancel() } }
        return isKilled ? nil : result
    }
}

extension SimulatedWorld.State {
    mutating func advance(by seconds: Double) {
        let end = time + seconds
        while time < end {
            let tick = min(Double.random(in: 0.005...0.05, using: &seed), end - time)
            time += tick
            befall()
            cups.schedule()
            if seed.happens(60) { cups.step(&printer, pages: pages, at: time) }
            printer.run(until: time)
        }
    }

    private mutating func befall() {
        if plan.printerCrashes.takeDue(time) { printer.switchOff() }
        if plan.printerStarts.takeDue(time) { printer.switchOn(at: time) }
        if plan.cupsKills.takeDue(time) { cups.kill() }
        if plan.cupsStarts.takeDue(time) { cups.start() }
        if plan.paperOut.takeDue(time) { printer.setPaper(false) }
        if plan.paperIn.takeDue(time) { printer.setPaper(true) }
    }
}

extension [Double] {
    fileprivate mutating func takeDue(_ time: Double) -> Bool {
        guard let index = firstIndex(where: { $0 <= time }) else { return false }
        remove(at: index)
        return true
    }
}

struct SimulatedClock: Clock {
    struct Instant: InstantProtocol {
        var offset: Duration
        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (one: Instant, other: Instant) -> Bool { one.offset < other.offset }
    }

    let world: SimulatedWorld
    var now: Instant { Instant(offset: .seconds(world.time)) }
    var minimumResolution: Duration { .milliseconds(1) }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        world.advance(by: max(0, now.duration(to: deadline) / .seconds(1)))
    }
}

/// A ledger whose every write is a moment at which the kiosk may be killed.
struct SimulatedLedger: PrintLedger {
    let world: SimulatedWorld
    let rows: MemoryLedger

    func open(_ order: PrintOrder, pdf: Data) { rows.open(order, pdf: pdf) }
    func update(_ order: PrintOrder) throws(StorageFault) {
        guard world.step({ _ in rows.store(order) }) != nil else { throw .unavailable }
    }
    func openOrders() -> [PrintOrder] { rows.openOrders() }
    func orders(of application: ApplicationID) -> [PrintOrder] { rows.orders(of: application) }
    func pdf(of token: PrintToken) -> Data? { rows.pdf(of: token) }
}
