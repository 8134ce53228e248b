import ArgumentParser
import Foundation
import Terminal

/// `virtual-devices demo`: by hand in this terminal, or `--scripted` by itself.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Starts a hall and shows its kiosk in this terminal; leaving it stops everything.")

    @Flag(help: "Walk through by touches alone, print each step, and leave what came out in the output folder.")
    var scripted = false

    @Argument(
        help: ArgumentHelp(
            "With --scripted: "
                + FlowName.allCases.map(\.rawValue).joined(separator: ", ") + " or all; each has a folder of its own."))
    var flow: String?

    @Option(help: "Folder for what comes out: screens, papers, summary.json, trust.pem.")
    var output = ".demo"

    @Option(help: "With --scripted: kill -9 one part at one step, as PART@STEP (kiosk, store, pcscd, cupsd).")
    var kill: String?

    func run() async throws {
        if scripted {
            try await walk()
        } else {
            try await show()
        }
    }

    /// Without a name the usual walk, straight into the output folder.
    private func walk() async throws {
        let fault = try kill.map { try WalkFault(argument: $0) }
        let folder = URL(fileURLWithPath: output)
        guard let flow else { return _ = try await ScriptedWalk(output: folder, fault: fault).run() }
        for name in try FlowName.flows(named: flow) {
            Console.say("== \(name.rawValue)")
            try await ScriptedWalk(
                output: folder.appendingPathComponent(name.rawValue), flow: name.flow, fault: fault
            ).run()
        }
    }

    private func show() async throws {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            throw ValidationError("The demo needs a terminal with a mouse. Without one, use --scripted.")
        }
        Console.say("starting the hall: store, readers, cards, printer…")
        let hall = try Hall(programs: .beside)
        do {
            try await hall.open()
            let (account, password) = StoreProcess.reviewer
            Console.say("reviewers' pages: \(Reviewing(hall).address) (account \(account), password \(password))")
            let backend = try ANSIBackend()
            let stop = SignalWatch { Task { await backend.close() } }
            try await InteractiveDemo(hall: hall, backend: backend).run()
            await backend.close()
            stop.end()
        } catch {
            await hall.close()
            throw error
        }
        await hall.close()
        Console.say("everything that the demo started has been stopped.")
    }
}

extension WalkFault {
    /// `store@form`
    init(argument: String) throws {
        let words = argument.split(separator: "@").map(String.init)
        guard words.count == 2, let part = Hall.Part(rawValue: words[0]), let step = WalkStep(rawValue: words[1]) else {
            let parts = Hall.Part.allCases.map(\.rawValue).joined(separator: ", ")
            let steps = WalkStep.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--kill takes PART@STEP; parts: \(parts); steps: \(steps)")
        }
        self.init(part: part, step: step)
    }
}

/// Asks the demo to end when somebody else does: SIGTERM, SIGHUP, or SIGINT from another terminal.
final class SignalWatch {
    private let sources: [any DispatchSourceSignal]

    init(_ asked: @escaping @Sendable () -> Void) {
        sources = [SIGTERM, SIGHUP, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { @Sendable in asked() }
            source.resume()
            return source
        }
    }

    func end() { for source in sources { source.cancel() } }
}
