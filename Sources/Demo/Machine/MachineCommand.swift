import ArgumentParser
import Core
import Foundation
import Framebuffer
import TerminalEmulator
import VirtualDevices

/// `virtual-devices machine`: the hall around a kiosk that is a machine in QEMU. image/machine.py starts the machine;
/// this program has its store, its printer and the cards, and walks on its screen when it is told to.
///
/// It says `HALL store=PORT printer=PORT` when all is open, then takes lines on standard input: `walk FLOW FOLDER`
/// answers `WALKED …` or `FAILED …`, `place identity|enterprise|technician|hall-staff` and `remove` answer `DONE`, `rows`
/// prints the screen, `touch WORDS` touches what carries these words, once they are there, `enrol` writes the site's folder
/// anew with a fresh one-use code, `offer VERSION BUNDLE` has the store offer an update. The end of the input closes the
/// hall.
struct MachineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "machine", abstract: "The hall around a kiosk that is a machine in QEMU.")

    @Argument(help: "The machine's folder: its sockets are there; the site's folder is made there.")
    var folder: String

    @Option(help: "The panel's pixels.")
    var panel = "1080x1920"

    /// As libccid and pcscd name the readers on the third and the fourth port of the machine's USB.
    private static let reader = "Gemalto Gemplus USB SmartCard Reader 433-Swap [CCID Interface] (1-0000:00:06.0-"

    func run() async throws {
        let folder = URL(fileURLWithPath: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let hall = try Hall(
            programs: .beside,
            machine: [
                .identity: folder.appending(path: "identity.card").path,
                .enterprise: folder.appending(path: "enterprise.card").path,
            ])
        do {
            try await hall.open()
            try await writeSite(for: hall)
            Console.say("HALL store=\(hall.network.port) printer=\(hall.printRoom.printer.port)")
            while let line = readLine() { Console.say(await answer(line.split(separator: " ").map(String.init), hall)) }
        } catch {
            await hall.close()
            throw error
        }
        await hall.close()
    }

    private func answer(_ words: [String], _ hall: Hall) async -> String {
        do {
            switch words.first {
            case "walk" where words.count == 3:
                guard let flow = FlowName(rawValue: words[1]) else { return "FAILED no such flow" }
                let summary = try await MachineWalk(hall: hall, flow: flow.flow, output: URL(filePath: words[2]))
                    .run(on: try front())
                return "WALKED notice=\(summary.noticeNumber ?? "none") sheets=\(summary.sheets)"
            case "place" where words.count == 2:
                if let role = StaffRole(rawValue: words[1]) { await hall.cards.place(role) }
                if words[1] == "identity" { await hall.cards.place(.identity) }
                if words[1] == "enterprise" { await hall.cards.place(.enterprise) }
                return "DONE"
            case "offer" where words.count == 3:
                try await hall.store.offer(words[1], from: words[2])
                return "DONE"
            case "enrol":
                try await writeSite(for: hall)
                return "DONE"
            case "remove":
                for role in ReaderRole.allCases { await hall.cards.remove(role) }
                return "DONE"
            case "touch" where words.count > 1:
                try await touch(words.dropFirst().joined(separator: " "))
                return "DONE"
            case "rows":
                let front = try front()
                front.close()
                return front.screen.rows.joined(separator: "\n") + "\nDONE"
            default: return "FAILED not understood"
            }
        } catch {
            return "FAILED \(error)"
        }
    }

    private func touch(_ text: String) async throws {
        let front = try front()
        defer { front.close() }
        let finger = Finger(front)
        let end = ContinuousClock.now + .seconds(60)
        while !finger.shows(text), ContinuousClock.now < end { try await Task.sleep(for: .milliseconds(300)) }
        try finger.touch(text)
    }

    /// The folder of the site's file, with a new code.
    private func writeSite(for hall: Hall) async throws {
        try await MachineSite.write(
            for: hall, readers: (Self.reader + "3)", Self.reader + "4)"),
            into: URL(fileURLWithPath: folder).appending(path: "hall"))
    }

    private func front() throws -> GuestFront {
        let numbers = panel.split(separator: "x").compactMap { Int($0) }
        guard numbers.count == 2 else { throw ValidationError("--panel takes WIDTHxHEIGHT") }
        return try GuestFront(
            monitor: "\(folder)/qmp2", panel: PixelSize(width: numbers[0], height: numbers[1]), folder: folder)
    }
}
