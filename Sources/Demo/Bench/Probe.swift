import Foundation

/// A program on a terminal of its own, and a stopwatch on what it writes there.
struct Probe {
    let terminal: KioskTerminal
    let finger: Finger
    private let startedAt: ContinuousClock.Instant

    struct Answer {
        let time: Duration
        let bytes: Int
    }

    init(_ program: KioskTerminal.Program) throws {
        startedAt = .now
        terminal = try KioskTerminal(program, columns: 80, rows: 30) {}
        finger = Finger(terminal)
    }

    /// How long after the start these words stood there.
    func startTime(until words: String) async throws -> Duration { try await instant(of: words) - startedAt }

    /// When these words stood on the screen. It is looked at only after new bytes, and dated by them.
    func instant(of words: String, within limit: Duration = .seconds(30)) async throws -> ContinuousClock.Instant {
        let deadline = ContinuousClock.now + limit
        var seen = -1
        while ContinuousClock.now < deadline {
            let traffic = terminal.traffic
            if traffic.bytes != seen, finger.shows(words) { return traffic.lastAt }
            seen = traffic.bytes
            try await Task.sleep(for: .microseconds(500))
        }
        throw Finger.Failure.timedOut(words, screen: finger.rows)
    }

    /// From now to the last byte after which the program is silent.
    func answer(to act: () throws -> Void) async throws -> Answer {
        let before = terminal.traffic.bytes
        let start = ContinuousClock.now
        try act()
        while terminal.traffic.bytes == before, ContinuousClock.now - start < .seconds(2) {
            try await Task.sleep(for: .microseconds(500))
        }
        await silence()
        let traffic = terminal.traffic
        return Answer(time: max(.zero, traffic.lastAt - start), bytes: traffic.bytes - before)
    }

    /// Until nothing was written for a while: a frame comes in several reads.
    func silence(for pause: Duration = .milliseconds(40)) async {
        for _ in 0..<200 where ContinuousClock.now - terminal.traffic.lastAt < pause {
            try? await Task.sleep(for: .milliseconds(2))
        }
    }

    /// Megabytes, as the kernel counts them now.
    var residentMemory: Double { memory("VmRSS") }
    /// The most that it ever was.
    var peakMemory: Double { memory("VmHWM") }

    private func memory(_ field: String) -> Double {
        let status = (try? String(contentsOfFile: "/proc/\(terminal.pid ?? 0)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(field + ":") } ?? ""
        return line.split { !$0.isNumber }.first.flatMap { Double($0) }.map { $0 / 1024 } ?? .nan
    }
}
