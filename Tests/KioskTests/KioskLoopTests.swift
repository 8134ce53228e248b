import Appliance
import Core
import Foundation
import Screens
import Terminal
import Testing

@testable import Kiosk

@Suite(.timeLimit(.minutes(1))) struct KioskLoopTests {
    private let hall: Hall
    private static let size = Size(width: 80, height: 30)

    init() throws { hall = try Hall() }

    @Test func `a batch of touches draws once`() async {
        let terminal = RecordingTerminal()
        await running(on: terminal) { _ in
            let corner = Point(x: 79, y: 0)
            let taps = (0..<20).flatMap { _ in
                [InputEvent.touch(Touch(.down, at: corner)), .touch(Touch(.up, at: corner))]
            }
            terminal.send(taps)
            await terminal.drawn(2)
        }
        #expect(terminal.frames.count == 2)
    }

    @Test func `nothing is drawn before the size is known, and a new size is drawn`() async {
        let terminal = RecordingTerminal()
        await running(on: terminal, size: nil) { post in
            for second in 0..<10 { post(.tick(Sample.now + Double(second))) }
            for size in [Self.size, Size(width: 60, height: 34)] {
                terminal.send([.resize(size)])
                await terminal.drawn(size == Self.size ? 1 : 2)
            }
        }
        #expect(terminal.frames.map(\.size) == [Self.size, Size(width: 60, height: 34)])
    }

    @Test func `the end of a visit wipes the terminal before the next frame`() async throws {
        let terminal = RecordingTerminal()
        try await running(on: terminal) { post in
            try await visit(post, terminal)
            post(.card(.removed(.identity)))
            while !terminal.acts.contains(.wiped) || terminal.acts.last == .wiped { await Task.yield() }
        }
        let wipe = try #require(terminal.acts.firstIndex(of: .wiped))
        #expect(terminal.acts.filter { $0 == .wiped }.count == 1)
        let shows = { (act: RecordingTerminal.Act) in
            if case .presented(let grid) = act { grid.lines.contains { $0.contains("1990") } } else { false }
        }
        #expect(terminal.acts[..<wipe].contains(where: shows))
        #expect(!terminal.acts[wipe...].contains(where: shows))
        while await hall.storage.erasures == 0 { await Task.yield() }
    }

    @Test func `the loop ends when the terminal is gone, and what came before is carried out`() async throws {
        let terminal = RecordingTerminal()
        let loop = Self.loop(terminal)
        loop.post(.card(.placed(.enterprise)))
        terminal.hangUp()
        await loop.run(hall.runner)
        _ = await hall.posted.first { if case .answer(_, .certificate(.success)) = $0 { true } else { nil } }
    }

    @Test func `the loop ends when its task is cancelled`() async {
        let terminal = RecordingTerminal()
        let running = Task { [hall] in await Self.loop(terminal).run(hall.runner) }
        running.cancel()
        await running.value
    }

    @Test(arguments: [true, false])
    func `a finger keeps a visit awake, what the terminal says by itself does not`(isFinger: Bool) async throws {
        let terminal = RecordingTerminal()
        try await running(on: terminal) { post in
            try await visit(post, terminal)
            post(.tick(Sample.now + 59))
            let count = terminal.frames.count
            terminal.send([isFinger ? .key(.function(9)) : .focus(true), .report(.deviceAttributes([4]))])
            await terminal.drawn(count + 1)
            post(.tick(Sample.now + 61))
            await terminal.drawn(count + 2)
        }
        #expect(terminal.text.contains("再过") == !isFinger)
    }

    /// What systemd's watchdog listens for: signs come while the loop turns, and stop with it.
    @Test func `a loop that hangs gives no sign of life`() async {
        let terminal = HangingTerminal()
        let signs = Shared<[Pulse.Sign]>([])
        let clock = Shared(ContinuousClock.now)
        let pulse = Pulse(patience: .seconds(4)) { sign in signs.change { $0.append(sign) } }
        let loop = Self.loop(terminal, pulse: pulse) { clock.value }
        let post = loop.post
        let runner = hall.runner
        async let end: Void = loop.run(runner)
        terminal.show(Self.size)
        while signs.value != [.ready] { await Task.yield() }
        func turn(_ count: Int) {
            clock.change { $0 += .seconds(2) }
            post(.tick(Sample.now + Double(count)))
        }
        turn(1)
        while signs.value != [.ready, .alive] { await Task.yield() }
        terminal.hang(true)
        for count in 2..<9 { turn(count) }
        while !terminal.isHanging { await Task.yield() }
        for _ in 0..<1000 { await Task.yield() }
        #expect(signs.value == [.ready, .alive])
        terminal.hang(false)
        while signs.value.count < 3 { await Task.yield() }
        terminal.hangUp()
        await end
    }

    @Test func `a storm of keys that is long to take in is no hang`() async {
        let terminal = RecordingTerminal()
        let signs = Shared<[Pulse.Sign]>([])
        let pulse = Pulse(patience: .seconds(15)) { sign in signs.change { $0.append(sign) } }
        let clock = Shared(ContinuousClock.now)
        // Each look at the clock is a second later.
        let loop = Self.loop(terminal, pulse: pulse) {
            clock.change { $0 += .seconds(1) }
            return clock.value
        }
        let runner = hall.runner
        async let end: Void = loop.run(runner)
        terminal.send([.resize(Self.size)])
        await terminal.drawn(1)
        while signs.value.isEmpty { await Task.yield() }
        let before = signs.value.count
        terminal.send(Array(repeating: .key(.function(9)), count: 60))
        await terminal.drawn(2)
        #expect(signs.value.count >= before + 10)
        terminal.hangUp()
        await end
    }

    /// Up to the identity that the applicant is shown.
    private func visit(_ post: @Sendable (Message) -> Void, _ terminal: RecordingTerminal) async throws {
        post(.card(.placed(.identity)))
        post(.act(.privacy(.agree)))
        _ = await hall.posted.first { if case .answer(_, .identity) = $0 { true } else { nil } }
        while !terminal.text.contains("1990") { await Task.yield() }
    }

    /// The loop with its terminal, until `body` is through and the terminal gone.
    private func running(
        on terminal: RecordingTerminal, size: Size? = size,
        _ body: (@escaping @Sendable (Message) -> Void) async throws -> Void
    ) async rethrows {
        let loop = Self.loop(terminal)
        let post = loop.post
        hall.posted.forward(to: post)
        let runner = hall.runner
        async let end: Void = loop.run(runner)
        if let size {
            terminal.send([.resize(size)])
            await terminal.drawn(1)
        }
        defer { terminal.hangUp() }
        try await body(post)
        terminal.hangUp()
        await end
    }

    private static func loop(
        _ terminal: any Backend, pulse: Pulse? = nil, now: @escaping () -> ContinuousClock.Instant = { .now }
    ) -> KioskLoop {
        KioskLoop(
            model: KioskModel(settings: KioskSettings(hall: "示例政务服务大厅", machine: "03"), now: Sample.now, seed: 1),
            backend: terminal, pulse: pulse, now: now)
    }
}
