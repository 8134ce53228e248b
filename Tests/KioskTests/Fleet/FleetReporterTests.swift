import CentralAPI
import Core
import Foundation
import Screens
import Sync
import Synchronization
import Testing
import UpdateFormat

@testable import Appliance
@testable import Kiosk

struct FleetReporterTests {
    @Test func `a report goes out at the start, at every change and after the period, and not in between`() async {
        let store = ReportedStore()
        let clock = LeapingClock()
        let times = Mutex<[Duration]>([])
        let reporter = FleetReporter(
            store: store,
            survey: {
                var report = KioskReport(hall: "示例大厅", machine: "1", program: "abc")
                if clock.now.offset >= .seconds(65) { report.ailments = [.init(.printer, code: "P-301")] }
                return report
            },
            instructed: { _ in times.withLock { $0.append(clock.now.offset) } }, look: .seconds(30),
            period: .seconds(600))
        let running = Task { await reporter.run(by: clock) }
        await store.count(3)
        running.cancel()
        await running.value
        #expect(store.reports.prefix(3).map(\.ailments.count) == [0, 1, 1])
        #expect(times.withLock { $0.prefix(3) } == [.zero, .seconds(90), .seconds(690)])
    }

    @Test
    func `a store that cannot be reached hears it as soon as it can; one that does not know reports is left alone`()
        async
    {
        for (fault, tries) in [(StoreFault.unreachable, true), (.misunderstood, false), (.notFound, false)] {
            let store = ReportedStore()
            store.fault.withLock { $0 = fault }
            let reporter = FleetReporter(
                store: store, survey: { KioskReport(hall: "示例大厅", machine: "1", program: "abc") },
                instructed: { _ in }, look: .milliseconds(2), period: .seconds(60))
            let running = Task { await reporter.run() }
            await store.count(tries ? 3 : 1)
            try? await Task.sleep(for: .milliseconds(50))
            running.cancel()
            await running.value
            #expect(tries ? store.reports.count >= 3 : store.reports.count == 1)
        }
    }

    @Test func `readers and their service are told as they are`() {
        let watch = DeviceWatch()
        #expect(watch.ailments.isEmpty)
        watch.note(.readerGone(.enterprise))
        #expect(watch.ailments == [.init(.enterpriseReader, code: "C-102")])
        watch.note(.serviceDown)
        #expect(watch.ailments == [.init(.cardService, code: "C-101")])
        watch.note(.serviceUp)
        watch.note(.readerBack(.enterprise))
        #expect(watch.ailments.isEmpty)
    }

    @Test func `a kiosk tells of itself what works not, what waits and what was met`() async throws {
        let hall = try Hall()
        await hall.printer.set(fault: .jam)
        hall.runner.troubles.note(.card(.mute(.identity)), at: Sample.now)
        let own = KioskSelf(
            ports: hall.runner.ports, devices: DeviceWatch(), troubles: hall.runner.troubles, machine: "03",
            appliance: { nil })
        let report = await own.report()
        #expect(report.machine == "03" && report.program.count == 12 && report.appliance == nil)
        #expect(report.ailments == [.init(.printer, code: "P-302")])
        #expect(report.counts == .init(waitingEntries: 0, unknownOrders: 0))
        #expect(report.troubles == [.init(code: "C-105", count: 1, at: Sample.now)])
        await hall.storage.set(fault: .damaged)
        let damaged = await own.report()
        #expect(damaged.counts == nil)
        #expect(damaged.ailments.contains(.init(.storage, code: "D-402")))
    }

    @Test func `what root's services say is told the store`() throws {
        var updates = UpdateState()
        let (old, new) = (try #require(ReleaseVersion("1.0.0")), try #require(ReleaseVersion("1.1.0")))
        updates.trial = .init(version: new, from: old, unwellBefore: [.store], complaint: "did not work: readers")
        let machine = MachineReport(
            version: old, rootHash: String(repeating: "ab", count: 32), slot: .b, previous: nil, updates: updates,
            site: .init(version: 4, failed: [5], refusal: "expired"), addresses: [], outcomes: [], at: Sample.now)
        let told = KioskReport.Appliance(machine)
        #expect(told.version == "1.0.0" && told.slot == "b" && told.rootHash == machine.rootHash)
        #expect(told.trial == .init(version: "1.1.0", complaint: "did not work: readers"))
        #expect(told.site == .init(version: 4, failed: [5], refusal: "expired"))
        #expect(told.failed.isEmpty && told.previous == nil)
    }
}

/// Takes reports, and answers as it is told.
final class ReportedStore: FleetStore {
    private let taken = Mutex<[KioskReport]>([])
    let fault = Mutex<StoreFault?>(nil)

    var reports: [KioskReport] { taken.withLock { $0 } }

    func report(_ report: KioskReport) async throws(StoreFault) -> KioskInstructions {
        taken.withLock { $0.append(report) }
        if let fault = fault.withLock({ $0 }) { throw fault }
        return KioskInstructions()
    }

    func releasePiece(of digest: String, from: Int) async throws(StoreFault) -> Data { throw .notFound }

    /// Waits until so many have come.
    func count(_ wanted: Int) async {
        while reports.count < wanted { try? await Task.sleep(for: .milliseconds(2)) }
    }
}
