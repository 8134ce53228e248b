import Core
import Testing

@testable import Sync

@Suite struct DeliveryPlanTests {
    private let now = ContinuousClock.now
    private let backoff = Backoff(first: .seconds(1), longest: .seconds(8))

    private func waiting(_ pairs: (entry: Int, application: Int)...) -> [WaitingEntry] {
        pairs.map { WaitingEntry(id: Sample.entryID($0.entry), applicationID: Sample.application($0.application)) }
    }

    @Test func `one entry of an application at a time, the oldest application first`() {
        var plan = DeliveryPlan(backoff: backoff)
        plan.take(waiting((1, 7), (2, 3), (3, 7)))
        #expect(plan.next(at: now)?.id == Sample.entryID(1))
        #expect(plan.next(at: now)?.id == Sample.entryID(2))
        #expect(plan.next(at: now) == nil)
        plan.delivered(waiting((1, 7))[0])
        #expect(plan.next(at: now)?.id == Sample.entryID(3))
    }

    @Test func `a failure holds its own lane until its time has come`() {
        var plan = DeliveryPlan(backoff: backoff)
        plan.take(waiting((1, 1), (2, 2)))
        let first = plan.next(at: now)
        plan.failed(waiting((1, 1))[0], at: now, jitter: 1)
        #expect(first?.id == Sample.entryID(1))
        #expect(plan.nextDue == now + .seconds(1))
        #expect(plan.next(at: now)?.id == Sample.entryID(2))
        #expect(plan.next(at: now + .milliseconds(999)) == nil)
        #expect(plan.next(at: now + .seconds(1))?.id == Sample.entryID(1))
        #expect(plan.nextDue == nil)
    }

    @Test func `hurrying frees every lane, and the back-off goes on from where it was`() {
        var plan = DeliveryPlan(backoff: backoff)
        let entry = waiting((1, 1))[0]
        plan.take([entry])
        for expected in [1, 2, 4, 8, 8] {
            #expect(plan.next(at: now) == entry)
            plan.failed(entry, at: now, jitter: 1)
            #expect(plan.nextDue == now + .seconds(expected))
            plan.hurry()
        }
    }

    @Test func `a queue read again does not send twice what is under way`() {
        var plan = DeliveryPlan(backoff: backoff)
        let queue = waiting((1, 1), (2, 1))
        plan.take(queue)
        #expect(plan.next(at: now) == queue[0])
        plan.take(queue)
        #expect(plan.next(at: now) == nil)
        plan.take(waiting((2, 1)))
        plan.delivered(queue[0])
        #expect(plan.next(at: now) == queue[1])
        plan.delivered(queue[1])
        plan.take([])
        #expect(plan.next(at: now) == nil)
    }

    @Test(arguments: [
        (1, 1.0, 1_000), (1, 0.0, 500), (2, 1.0, 2_000), (4, 1.0, 8_000), (5, 1.0, 8_000), (1_000, 0.5, 6_000),
        (0, 1.0, 1_000), (1, 7.0, 1_000),
    ])
    func `the wait doubles up to its limit, by chance shortened by up to half`(
        failures: Int, jitter: Double, milliseconds: Int
    ) {
        #expect(backoff.delay(afterFailures: failures, jitter: jitter) == .milliseconds(milliseconds))
    }
}
