import Core
import Crypto
import Foundation
import Synchronization
import VirtualDevices

/// A whole hall, one walk through it, and what came out, checked.
struct ScriptedWalk {
    let output: URL
    var flow: any WalkFlow = InitialFlow()
    var fault: WalkFault?
    var size = (columns: 80, rows: 30)

    /// - Throws: when any step did not happen, or the outcome is not the flow's.
    @discardableResult
    func run() async throws -> WalkSummary {
        let report = try WalkReport(into: output)
        let hall = try Hall(programs: .beside, acceptance: flow.acceptance)
        do {
            try await hall.open()
            let kiosk = try KioskTerminal(hall.kioskProgram, columns: size.columns, rows: size.rows) {}
            do { try await walk(hall, kiosk, report) } catch {
                await kiosk.close()
                throw error
            }
            let summary = try await takeStock(of: hall, report)
            await kiosk.close()
            await hall.close()
            try summary.check(flow.outcome)
            Console.say(String(format: "done in %.1f s: ", report.total) + (summary.noticeNumber ?? "no notice"))
            return summary
        } catch {
            try? hall.keepLogs(in: output)
            await hall.close()
            throw error
        }
    }

    /// Ends early, and in order, when somebody asks the program to stop.
    private func walk(_ hall: Hall, _ kiosk: KioskTerminal, _ report: WalkReport) async throws {
        let isStopped = Mutex(false)
        let watch = SignalWatch { isStopped.withLock { $0 = true } }
        defer { watch.end() }
        let walk = Walk(hall: hall, kiosk: kiosk, report: report, fault: fault, flow: flow)
        try await walk.run { isStopped.withLock(\.self) }
    }

    /// What the store says is waited for: the report of the sheet may still be on its way.
    func takeStock(of hall: Hall, _ report: WalkReport) async throws -> WalkSummary {
        var stored = try await hall.store.applications(papers: output)
        for _ in 0..<100
        where flow.outcome.isPrinted && flow.outcome.state != nil && stored.first?.printedCopies.isEmpty ?? true {
            try await Task.sleep(for: .milliseconds(200))
            stored = try await hall.store.applications(papers: output)
        }
        let digests = try collectPapers(of: hall, stored.first?.id)
        let summary = WalkSummary(
            noticeNumber: stored.first?.noticeNumber, applicationID: stored.first?.id, state: stored.first?.state,
            applications: stored.count, sheets: hall.printRoom.printer.sheets.count, sha256: digests,
            seconds: Dictionary(report.seconds.map { ($0.step, $0.seconds) }, uniquingKeysWith: +))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(summary).write(to: output.appendingPathComponent("summary.json"))
        return summary
    }

    /// `form.pdf` as the store holds it, `notice.pdf` and each `sheet-N.pdf` as they reached the printer, and the roots to judge them by.
    private func collectPapers(of hall: Hall, _ application: String?) throws -> [String: String] {
        var digests: [String: String] = [:]
        let roots = try [hall.store.personRoot, hall.cards.pki.enterpriseRoot.path].map {
            try String(contentsOfFile: $0, encoding: .utf8)
        }
        try Data(roots.joined().utf8).write(to: output.appendingPathComponent("trust.pem"))
        for name in try FileManager.default.contentsOfDirectory(atPath: output.path) where name.hasSuffix(".pdf") {
            let file = output.appendingPathComponent(name)
            if let application, name == "sealedForm-\(application).pdf" {
                try FileManager.default.moveItem(at: file, to: output.appendingPathComponent("form.pdf"))
            } else {
                try FileManager.default.removeItem(at: file)
            }
        }
        for (index, sheet) in hall.printRoom.printer.sheets.enumerated() {
            let paper = hall.printRoom.printer.paper(for: sheet.token)
            try paper?.write(to: output.appendingPathComponent("sheet-\(index + 1).pdf"))
        }
        if let sheet = hall.printRoom.printer.sheets.last, let notice = hall.printRoom.printer.paper(for: sheet.token) {
            try notice.write(to: output.appendingPathComponent("notice.pdf"))
        }
        for paper in ["form", "notice"] {
            guard let pdf = try? Data(contentsOf: output.appendingPathComponent("\(paper).pdf")) else { continue }
            digests[paper] = SHA256.hash(data: pdf).hex
        }
        return digests
    }
}
