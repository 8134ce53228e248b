import ArgumentParser
import Foundation

/// `virtual-devices privacy`: many visits to one kiosk, and then a search for what is left of them.
struct PrivacyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "privacy",
        abstract:
            "Lets many people visit one kiosk, each in another way, and searches its memory and disk for them.")

    @Option(help: "How many visits.")
    var sessions = 100

    @Option(help: "Number of the first visit, from 0: the person and the way of it.")
    var first = 0

    @Option(help: "Folder for what was found, and for logs when a visit fails.")
    var output = ".demo/privacy"

    func validate() throws {
        guard (1...PrivacyVisitor.mostPeople).contains(sessions), first >= 0 else {
            throw ValidationError("--sessions takes 1 to \(PrivacyVisitor.mostPeople), --first nothing below 0")
        }
    }

    func run() async throws {
        let folder = URL(fileURLWithPath: output)
        let verdict = try await PrivacyRun.with(folder: folder) { run in
            let start = Date()
            for number in first..<first + sessions {
                let kind = PrivacySession.kind(of: number)
                try await run.visit(number, kind)
                Console.say(
                    String(format: "%6.1f s  visit %d: ", Date().timeIntervalSince(start), number + 1) + kind.rawValue)
            }
            return try await run.verdict()
        }
        Console.say("memory: \(verdict.memory.bytes >> 20) MiB searched, \(verdict.memory.findings.count) found")
        for finding in verdict.memory.findings { Console.say("  " + finding.line) }
        Console.say("disk: \(verdict.disk.bytes >> 10) KiB searched, \(verdict.disk.findings.count) found")
        for finding in verdict.disk.findings { Console.say("  " + finding.line) }
        if !verdict.isClean { throw ExitCode.failure }
        Console.say("nothing of \(sessions) visits is left")
    }
}
