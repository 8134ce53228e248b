import Foundation
import Testing

@testable import Appliance

@Suite struct PulseTests {
    private func pulse(_ ear: Ear, patience: Int?) throws -> Pulse {
        var environment = ["NOTIFY_SOCKET": ear.path]
        environment["WATCHDOG_USEC"] = patience.map { "\($0 * 1_000_000)" }
        return try #require(Pulse(ServiceManager(environment: environment)))
    }

    @Test func `the first turn says ready, later ones that the loop is alive, four times as often as is asked`() throws
    {
        try withFolder { folder in
            let ear = try Ear(in: folder)
            var pulse = try pulse(ear, patience: 20)
            let start = ContinuousClock.now
            pulse.beat(at: start)
            #expect(ear.heard() == ["READY=1"])
            pulse.beat(at: start + .seconds(4))
            #expect(ear.heard() == [])
            pulse.beat(at: start + .seconds(5))
            #expect(ear.heard() == ["WATCHDOG=1"])
            for turn in 1...100 { pulse.beat(at: start + .seconds(5) + .milliseconds(turn)) }
            #expect(ear.heard() == [])
        }
    }

    @Test func `a loop that does not turn says nothing`() throws {
        try withFolder { folder in
            let ear = try Ear(in: folder)
            var pulse = try pulse(ear, patience: 1)
            pulse.beat(at: .now)
            _ = ear.heard()
            Thread.sleep(forTimeInterval: 1.2)
            #expect(ear.heard() == [])
        }
    }

    @Test func `without a watchdog it says ready and nothing more`() throws {
        try withFolder { folder in
            let ear = try Ear(in: folder)
            var pulse = try pulse(ear, patience: nil)
            let start = ContinuousClock.now
            for hour in 0..<3 { pulse.beat(at: start + .seconds(3600 * hour)) }
            #expect(ear.heard() == ["READY=1"])
        }
    }

    @Test(arguments: [
        [:], ["NOTIFY_SOCKET": ""], ["NOTIFY_SOCKET": "relative"],
        ["NOTIFY_SOCKET": "/" + String(repeating: "x", count: 200)],
    ])
    func `on a desk there is nobody to tell`(environment: [String: String]) {
        if ServiceManager(environment: environment) != nil { Issue.record("somebody listens at \(environment)") }
    }

    @Test func `a service manager that is gone is no trouble`() throws {
        try withFolder { folder in
            var pulse = try #require(Pulse(ServiceManager(environment: ["NOTIFY_SOCKET": folder.path + "/none"])))
            pulse.beat(at: .now)
        }
    }
}
