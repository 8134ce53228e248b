import Core
import Terminal
import Testing

@testable import Screens

/// The technician's screens of the machine: nothing is ordered by one touch, and nothing that a person filed goes unseen.
@Suite struct MachineTests {
    private func walk(_ survey: MachineSurvey = Samples.machine) throws -> Walk {
        var walk = try Walk.corner(.technician)
        #expect(walk.act(.technician(.machine)) == [.readMachine])
        try walk.answer(.machine(.success(survey)))
        return walk
    }

    private func survey(previous: String? = "1.3.2", waiting: Int?) -> MachineSurvey {
        var facts = Samples.machine.facts
        facts.previous = previous
        return MachineSurvey(facts: facts, waitingEntries: waiting)
    }

    @Test(arguments: [MachineOrder.restart, .rollBack, .supportToStick, .supportToStore])
    func `an order is given by its second touch`(_ order: MachineOrder) throws {
        var walk = try walk()
        #expect(walk.act(.technician(.order(order))).isEmpty)
        #expect(walk.screen == "screen.machineOrder")
        #expect(walk.act(.technician(.confirm)) == [.orderMachine(order)])
        // A third touch orders nothing more.
        #expect(walk.act(.technician(.confirm)).isEmpty)
        try walk.answer(.machineObeyed(.success(Kept())))
        #expect(walk.screen == "screen.machine")
    }

    @Test func `back from the question orders nothing`() throws {
        var walk = try walk()
        walk.act(.technician(.order(.factoryReset)))
        #expect(walk.act(.technician(.machine)).isEmpty)
        #expect(walk.screen == "screen.machine")
        #expect(walk.act(.technician(.confirm)).isEmpty)
    }

    @Test func `without an earlier version there is nothing to go back to, and the button says so`() throws {
        var walk = try walk(survey(previous: nil, waiting: 0))
        #expect(walk.frame().shows("没有上一版本"))
        #expect(walk.act(.technician(.order(.rollBack))).isEmpty)
        #expect(walk.screen == "screen.machine")
    }

    @Test(arguments: [2, nil] as [Int?])
    func `a factory reset says what the store does not have, and wants that seen`(_ waiting: Int?) throws {
        var walk = try walk(survey(waiting: waiting))
        walk.act(.technician(.order(.factoryReset)))
        #expect(walk.frame().shows(waiting == nil ? "可能还有没送出的内容" : "有2条还没有送到业务系统"))
        #expect(walk.act(.technician(.confirm)).isEmpty)
        walk.act(.technician(.acceptLoss(true)))
        #expect(walk.act(.technician(.confirm)) == [.orderMachine(.factoryReset)])
    }

    @Test func `with nothing to lose a factory reset asks for nothing more`() throws {
        var walk = try walk(survey(waiting: 0))
        walk.act(.technician(.order(.factoryReset)))
        #expect(walk.act(.technician(.confirm)) == [.orderMachine(.factoryReset)])
    }

    @Test func `an agreement to a loss does not outlive its question`() throws {
        var walk = try walk()
        walk.act(.technician(.order(.factoryReset)))
        walk.act(.technician(.acceptLoss(true)))
        walk.act(.technician(.machine))
        walk.act(.technician(.order(.factoryReset)))
        #expect(walk.act(.technician(.confirm)).isEmpty)
    }

    @Test func `an order that was not carried out says why, and can be given again`() throws {
        var walk = try walk()
        walk.act(.technician(.order(.supportToStick)))
        walk.act(.technician(.confirm))
        try walk.answer(.machineObeyed(.failure(.machine(.noStick))))
        #expect(walk.frame().shows("A-105"))
        #expect(walk.act(.technician(.confirm)) == [.orderMachine(.supportToStick)])
    }

    @Test func `what a machine that has just started is shows by itself`() throws {
        var walk = try Walk.corner(.technician)
        walk.act(.technician(.machine))
        try walk.answer(.machine(.failure(.machine(.notReported))))
        #expect(walk.frame().shows("A-108"))
        walk.pass(seconds: 1)
        try walk.answer(.machine(.failure(.machine(.notReported))))
        #expect(walk.frame().shows("A-108"))
        walk.pass(seconds: 1)
        try walk.answer(.machine(.success(Samples.machine)))
        #expect(!walk.frame().shows("A-108") && walk.model.notice == nil)
        #expect(walk.frame().shows(Samples.machine.facts.version))
    }

    @Test func `a question that stands open stays while the machine is looked at anew`() throws {
        var walk = try walk()
        walk.act(.technician(.order(.restart)))
        walk.pass(seconds: walk.model.settings.refresh)
        try walk.answer(.machine(.success(Samples.machine)))
        #expect(walk.act(.technician(.confirm)) == [.orderMachine(.restart)])
    }

    @Test func `on a desk there is no machine to order`() throws {
        var walk = try Walk.corner(.technician)
        walk.act(.technician(.machine))
        try walk.answer(.machine(.failure(.machine(.noAppliance))))
        #expect(walk.frame().shows("A-101"))
        for order in MachineOrder.allCases { #expect(walk.act(.technician(.order(order))).isEmpty) }
        #expect(walk.act(.technician(.machine)) == [.readMachine])
    }
}
