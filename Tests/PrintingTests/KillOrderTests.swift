import Core
import Foundation
import Testing

@testable import Printing

/// Every order in which kiosk, cupsd and printer may die, as far as chance finds them: thousands of simulated walks.
struct KillOrderTests {
    struct Outcome: CustomStringConvertible {
        let seed: Int
        let pages: Int
        let state: PrintOrder.State?
        let sheets: Int
        let isDone: Bool
        let trail: [PrintOrder.State]

        var description: String { "seed \(seed): \(sheets) of \(pages) sheets, \(trail)" }
        var isPrinted: Bool { if case .printed = state { true } else { false } }
        /// What must hold whatever happened: never a sheet twice, and no word that the tray belies.
        var isHonest: Bool {
            switch state {
            case .printed: sheets == pages
            case .failed, .cancelled: sheets == 0
            case .unknown: sheets <= pages
            case .ready, .submitting, .accepted, nil: false
            }
        }
    }

    @Test func `every step at which the kiosk may be killed ends with exactly one sheet`() async {
        let undisturbed = await walk(0, plan: SimulatedWorld.Plan())
        #expect(undisturbed.outcome.isPrinted && undisturbed.outcome.sheets == 1)
        for step in 1...undisturbed.steps {
            for isCarriedOut in [false, true] {
                var plan = SimulatedWorld.Plan()
                plan.kioskKills[step] = isCarriedOut
                let outcome = await walk(step, plan: plan).outcome
                #expect(outcome.isPrinted && outcome.sheets == 1, "step \(step), \(isCarriedOut): \(outcome)")
            }
        }
    }

    @Test func `killing kiosk and cupsd in any order ends with exactly one sheet`() async {
        for number in 0..<200 {
            var seed = Seed(number)
            var plan = SimulatedWorld.Plan()
            plan.killKiosk(upTo: 4, using: &seed)
            plan.killCUPS(upTo: 3, downFor: 0.05...8, using: &seed)
            if seed.happens(30) { plan.takePaper(using: &seed) }
            let outcome = await walk(number, pages: 1 + number % 2, plan: plan, pause: 0.3...6).outcome
            #expect(outcome.isPrinted && outcome.isHonest, "\(outcome)")
        }
    }

    @Test func `a printer that crashes too never makes a second sheet, nor a false word`() async {
        for number in 0..<200 {
            var seed = Seed(number)
            var plan = SimulatedWorld.Plan()
            plan.killKiosk(upTo: 3, using: &seed)
            plan.killCUPS(upTo: 2, downFor: 0.05...90, using: &seed)
            plan.crashPrinter(upTo: 2, using: &seed)
            if seed.happens(30) { plan.takePaper(using: &seed) }
            let outcome = await walk(number, pages: 1 + number % 2, plan: plan, pause: 0.3...200).outcome
            #expect(outcome.isHonest, "\(outcome)")
        }
    }

    @Test func `a cancelled order is cancelled, out, or unknown, and says which`() async {
        for number in 0..<200 {
            var seed = Seed(number)
            var plan = SimulatedWorld.Plan()
            plan.killKiosk(upTo: 2, using: &seed)
            plan.killCUPS(upTo: 2, downFor: 0.05...8, using: &seed)
            if seed.happens(30) { plan.crashPrinter(upTo: 1, using: &seed) }
            if seed.happens(30) { plan.takePaper(using: &seed) }
            let cancelAt = 100 + Double.random(in: 0...3, using: &seed)
            let outcome = await walk(number, plan: plan, pause: 0.3...6, cancelAt: cancelAt).outcome
            #expect(outcome.isHonest, "\(outcome)")
        }
    }

    /// - Parameters:
    ///   - pause: seconds for which a killed kiosk stays away.
    ///   - cancelAt: when the person gives up; told again to every new kiosk.
    private func walk(
        _ number: Int, pages: Int = 1, plan: SimulatedWorld.Plan, pause: ClosedRange<Double> = 0.5...2,
        cancelAt: Double = .infinity
    ) async -> (outcome: Outcome, steps: Int) {
        var seed = Seed(number)
        let world = SimulatedWorld(seed: seed, pages: pages, plan: plan)
        let rows = MemoryLedger()
        let order = PrintOrder.sample(pages: pages, orderedAt: world.now)
        rows.open(order, pdf: SamplePaper.pdf(pages: pages))
        while let open = rows.openOrders().first, world.time < 2000 {
            await Task { await live(open, in: world, rows: rows, cancelAt: cancelAt) }.value
            if rows.openOrders().isEmpty { break }
            world.advance(by: Double.random(in: pause, using: &seed))
        }
        let steps = world.steps
        world.advance(by: 30)  // Whatever still moves may print.
        let state = rows.state(of: order.token)
        let isDone = rows.openOrders().isEmpty
        let outcome = Outcome(
            seed: number, pages: pages, state: state, sheets: world.sheets(of: order.token), isDone: isDone,
            trail: rows.states)
        return (outcome, steps)
    }

    /// One life of the kiosk.
    private func live(
        _ order: PrintOrder, in world: SimulatedWorld, rows: MemoryLedger, cancelAt: Double
    ) async {
        let timing = PrintTiming(clock: SimulatedClock(world: world), now: { world.now })
        var driver = OrderDriver(
            order, queue: SimulatedQueueServer(world: world), printer: SimulatedPrinterServer(world: world),
            device: "ipp://printer/ipp/print", ledger: SimulatedLedger(world: world, rows: rows), timing: timing,
            isCancelling: { world.time >= cancelAt }, report: { _ in })
        try? await driver.drive()
    }
}

extension SimulatedWorld.Plan {
    mutating func killKiosk(upTo count: Int, using seed: inout Seed) {
        for _ in 0..<Int.random(in: 0...count, using: &seed) {
            kioskKills[Int.random(in: 1...60, using: &seed)] = Bool.random(using: &seed)
        }
    }

    mutating func killCUPS(upTo count: Int, downFor down: ClosedRange<Double>, using seed: inout Seed) {
        var time = 100.0
        for _ in 0..<Int.random(in: 0...count, using: &seed) {
            time += Double.random(in: 0...3, using: &seed)
            cupsKills.append(time)
            time += Double.random(in: down, using: &seed)
            cupsStarts.append(time)
        }
    }

    mutating func crashPrinter(upTo count: Int, using seed: inout Seed) {
        var time = 100.0
        for _ in 0..<Int.random(in: 0...count, using: &seed) {
            time += Double.random(in: 0...3, using: &seed)
            printerCrashes.append(time)
            time += Double.random(in: 0.05...15, using: &seed)
            printerStarts.append(time)
        }
    }

    mutating func takePaper(using seed: inout Seed) {
        let time = 100 + Double.random(in: 0...2, using: &seed)
        paperOut.append(time)
        paperIn.append(time + Double.random(in: 0.5...20, using: &seed))
    }
}
