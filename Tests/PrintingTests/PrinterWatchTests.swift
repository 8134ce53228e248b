import Core
import Foundation
import Printing
import Testing

struct PrinterWatchTests {
    /// Looks as (printer's clock, seconds of the kiosk's clock since the start).
    @Test(
        arguments: [
            ([(101, 1.0), (102, 2.0)], true, "both clocks run"),
            ([(101, 0.2), (101, 0.9)], true, "whole seconds"),
            ([(100, 2.5)], true, "a slow answer"),
            ([(100, 0.0), (149, 49), (198, 98)], true, "long, without a gap"),
            ([(0, 0.5)], false, "restarted"),
            ([(30, 31)], false, "restarted long ago"),
            ([(151, 51)], false, "longer away than the printer remembers"),
            ([(3, 8), (90, 95)], false, "once broken, broken for good"),
            ([(110, 2)], false, "the kiosk's clock was set back"),
            ([(101, 3600)], false, "the kiosk's clock was set forward"),
        ] as [([(Int, Double)], Bool, String)])
    func `absence is proven by looking often at a printer that did not restart`(
        looks: [(Int, Double)], isUnbroken: Bool, story: String
    ) {
        var watch = PrinterWatch(upTime: 100, at: start, memory: 50)
        for (upTime, seconds) in looks { watch.look(upTime: upTime, at: start + seconds) }
        #expect(watch.isUnbroken == isUnbroken, "\(story)")
    }

    @Test(arguments: [(0, false), (4, false), (5, true), (3600, true)])
    func `a printer that was just switched on proves nothing: its next restart would not show`(
        upTime: Int, isUnbroken: Bool
    ) {
        var watch = PrinterWatch(upTime: upTime, at: start, memory: 50)
        watch.look(upTime: upTime + 1, at: start + 1)
        #expect(watch.isUnbroken == isUnbroken)
    }

    /// Every restart, at every age of the printer and for every time away, shows.
    @Test func `no restart goes unseen`() {
        for age in 5...40 {
            for away in stride(from: 0.0, through: 45, by: 0.5) {
                for down in stride(from: 0.0, through: away, by: 0.5) {
                    var watch = PrinterWatch(upTime: age, at: start, memory: 50)
                    watch.look(upTime: Int(away - down), at: start + away)
                    #expect(!watch.isUnbroken, "up for \(age), away for \(away), down for \(down)")
                }
            }
        }
    }

    @Test func `a ledger row continues the watch; one without a time can't`() {
        let job = PrintOrder.JobReference(device: "ipp://p", jobID: 1, printerUpTime: 100, acceptedAt: start)
        var watch = PrinterWatch(since: job, memory: 50)
        watch.look(upTime: 120, at: start + 20)
        #expect(watch.isUnbroken)
        let timeless = PrintOrder.JobReference(device: "ipp://p", jobID: 1, printerUpTime: 100)
        #expect(!PrinterWatch(since: timeless, memory: 50).isUnbroken)
    }

    @Test func `a printer without memory proves nothing`() {
        var watch = PrinterWatch(upTime: 100, at: start, memory: 0)
        watch.look(upTime: 101, at: start + 1)
        #expect(!watch.isUnbroken)
    }

    private let start = Date(timeIntervalSince1970: 1_750_000_000)
}
