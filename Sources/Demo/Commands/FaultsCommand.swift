import ArgumentParser
import Foundation

/// `virtual-devices faults`: the scripted walk again and again, each time with one part killed at one step.
struct FaultsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "faults",
        abstract:
            "Kills kiosk, store, pcscd and cupsd at each step of the walk, one at a time; every walk must end well.")

    @Option(help: "Folder for what each walk leaves.")
    var output = ".demo/faults"

    @Option(parsing: .upToNextOption, help: "Only these, as PART@STEP; by default every part at every step.")
    var only: [String] = []

    func run() async throws {
        let faults = try only.isEmpty ? await allFaults() : only.map { try WalkFault(argument: $0) }
        var failed: [String] = []
        for fault in faults {
            let name = "\(fault.part.rawValue)@\(fault.step.rawValue)"
            Console.say("== kill -9 \(name)")
            do {
                try await ScriptedWalk(output: URL(fileURLWithPath: "\(output)/\(name)"), fault: fault).run()
            } catch let stop as CancellationError {
                throw stop
            } catch {
                failed.append(name)
                Console.say("failed: \(error)")
            }
        }
        Console.say("\(faults.count - failed.count) passed, \(failed.count) failed")
        if !failed.isEmpty { throw ExitCode.failure }
    }

    /// The steps are those that an undisturbed walk passes, and the filing, which may pass unseen.
    private func allFaults() async throws -> [WalkFault] {
        Console.say("== undisturbed")
        let folder = URL(fileURLWithPath: "\(output)/undisturbed")
        let summary = try await ScriptedWalk(output: folder).run()
        let steps = WalkStep.allCases.filter { summary.seconds[$0.rawValue] != nil || $0 == .filing }
        return steps.flatMap { step in Hall.Part.allCases.map { WalkFault(part: $0, step: step) } }
    }
}
