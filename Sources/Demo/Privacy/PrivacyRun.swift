import Core
import Foundation
import VirtualDevices

/// One kiosk, many visits, and then the question what of them is left in its memory and on its disk.
final class PrivacyRun {
    let hall: Hall
    private let kiosk: KioskTerminal
    private let folder: URL
    private let planted: Trace
    private var traces: [Trace] = []
    private var codes: Set<String> = []

    /// What is left, and how much was looked at.
    struct Verdict {
        var memory = ProcessScan.Outcome()
        var disk = ProcessScan.Outcome()
        var isClean: Bool { memory.findings.isEmpty && disk.findings.isEmpty }
    }

    struct Blind: Error, CustomStringConvertible {
        let description: String
    }

    private init(_ hall: Hall, folder: URL) throws {
        self.hall = hall
        self.folder = folder
        planted = Trace(label: "what was planted", text: UUID().uuidString)
        // The kiosk's own home and folder for temporary files: all that its libraries may write is looked at.
        var program = hall.kioskProgram
        program.environment["HOME"] = try hall.directory.directory("home")
        program.environment["TMPDIR"] = try hall.directory.directory("tmp")
        program.environment["PLANTED"] = planted.text
        kiosk = try KioskTerminal(program, columns: 80, rows: 30) {}
    }

    /// Takes the sound as a loudspeaker would, on machines that have none.
    private static let silentPlayer = ["dd", "of=/dev/null", "status=none"]

    /// Lends a hall with a kiosk, and closes both in every case.
    static func with<Result>(folder: URL, _ body: (PrivacyRun) async throws -> Result) async throws -> Result {
        let hall = try Hall(
            programs: .beside, visitors: SamplePeople.visitors, patience: Hall.Patience(idle: 14, warning: 4),
            player: Self.silentPlayer)
        do {
            try await hall.open()
            let run = try PrivacyRun(hall, folder: folder)
            do {
                let result = try await body(run)
                await run.kiosk.close()
                await hall.close()
                return result
            } catch {
                await run.kiosk.close()
                throw error
            }
        } catch {
            try? hall.keepLogs(in: folder)
            await hall.close()
            throw error
        }
    }

    /// One visit, by the person of this number.
    func visit(_ number: Int, _ kind: PrivacySession) async throws {
        let visitor = PrivacyVisitor(number: number)
        await hall.cards.give(VirtualIdentityCard(visitor.identity), for: .identity)
        let keys = try hall.cards.pki.cardKeys(for: hall.cards.enterprise)
        await hall.cards.give(VirtualPIVCard(keys: keys, pin: visitor.pin), for: .enterprise)
        let visit = try Visit(
            hall, kiosk, folder.appendingPathComponent("walk"), person: visitor.person, isQuiet: true)
        let sent = hall.store.messages.count
        let written = try await kind.run(visit, by: visitor)
        let codes = hall.store.messages.dropFirst(sent).filter { $0.text.contains("验证码") }.compactMap(\.code)
        traces += visitor.traces(codes: codes, written: written)
    }

    /// Whether the search sees at all: what was planted always, and during a visit the person.
    func proveSight(of number: Int) async throws {
        let visitor = PrivacyVisitor(number: number)
        await hall.cards.give(VirtualIdentityCard(visitor.identity), for: .identity)
        let visit = try Visit(
            hall, kiosk, folder.appendingPathComponent("walk"), person: visitor.person, isQuiet: true)
        try await visit.go(to: .phoneCode)
        let seen = Set(try scanMemory(for: visitor.traces(codes: [])).findings.map(\.trace.text))
        for text in [visitor.identity.name, visitor.identity.number.text, visitor.phone] where !seen.contains(text) {
            throw Blind(description: "“\(text)” was not found during the visit itself")
        }
        traces += visitor.traces(codes: [])
        await visit.take(.identity)
        try await visit.comeHome()
    }

    /// After the last visit, when the kiosk has had time to forget.
    func verdict() async throws -> Verdict {
        try await Task.sleep(for: .seconds(6))
        return Verdict(memory: try scanMemory(for: traces), disk: scanDisk(for: traces))
    }

    private func scanMemory(for traces: [Trace]) throws -> ProcessScan.Outcome {
        guard let pid = kiosk.pid else { throw Blind(description: "the kiosk does not run") }
        var outcome = try ProcessScan(pid: pid).run(TraceSearch(for: traces + [planted]))
        guard outcome.findings.contains(where: { $0.trace == planted }) else {
            throw Blind(description: "what was planted in the kiosk was not found")
        }
        outcome.findings.removeAll { $0.trace == planted }
        return outcome
    }

    /// The kiosk's own files, its home, and what cupsd has kept; the store's files and the phones are another machine.
    private func scanDisk(for traces: [Trace]) -> ProcessScan.Outcome {
        let search = TraceSearch(for: traces)
        var outcome = DiskScan(folders: [hall.directory.path]) { path in
            ["kiosk", "device", "home", "tmp"].contains { path.hasPrefix($0) }
        }
        .run(search)
        let cups = URL(fileURLWithPath: hall.printRoom.cups.socket).deletingLastPathComponent().path
        let others = DiskScan(folders: [cups, BakedData.chineseInput + "/user"]).run(search)
        outcome.findings += others.findings
        outcome.bytes += others.bytes
        return outcome
    }
}
