import Core
import Foundation
import VirtualDevices

/// Hall staff at work: the day's unprinted notices in one go, the hand-over list, and a numbered copy of the sheet that
/// a hand scanner has read.
final class StaffFlow: WalkFlow {
    let outcome = WalkOutcome(state: .accepted, sheets: 2)
    private var stage = Stage.applicant

    private enum Stage { case applicant, batch, handOver, scan, done }

    func act(on step: WalkStep, in walk: Walk) async throws -> Bool {
        switch step {
        case .sealed where stage == .applicant && walk.finger.shows("已受理"):
            // The employer leaves without its sheet.
            stage = .batch
            walk.visitor = .staff
            await walk.takeCards()
        case .welcome where walk.visitor == .staff: await walk.hall.cards.place(StaffRole.hallStaff)
        case .staffHome: try await goOn(in: walk)
        case .staffBatch:
            if walk.finger.shows("打印完了") {
                stage = .handOver
                try walk.finger.touch("返回工作人员页")
            } else if walk.finger.shows("开始打印") {
                try walk.finger.touch("开始打印")
            }
        case .staffHandOver:
            stage = .scan
            try walk.finger.touch("返回")
        case .staffCopy: try walk.finger.touch(walk.finger.shows("(●) 污损") ? "打印" : "污损")
        case .printed where walk.visitor == .staff:
            stage = .done
            walk.visitor = .nobody
            await walk.takeCards()
        default: return false
        }
        return true
    }

    private func goOn(in walk: Walk) async throws {
        switch stage {
        case .batch:
            if walk.finger.shows("打印今天还没打印的") { try walk.finger.touch("打印今天还没打印的") }
        // The report of the sheet may still be on its way to the store.
        case .handOver: if walk.finger.shows("今天的交接单") { try walk.finger.touch("今天的交接单") }
        case .scan: walk.type(try await scan(of: walk.hall) + "\r")
        case .applicant, .done: break
        }
    }

    /// What the QR code on the printed sheet says, as a scanner reads it off the paper.
    private func scan(of hall: Hall) async throws -> String {
        let printer = hall.printRoom.printer
        guard let sheet = printer.sheets.first, let pdf = printer.paper(for: sheet.token) else { return "" }
        let file = hall.directory.path("scanned.pdf")
        try pdf.write(to: URL(fileURLWithPath: file))
        _ = try await ServiceProcess.Once(
            "/usr/bin/pdftoppm", ["-r", "200", "-png", "-singlefile", file, hall.directory.path("scanned")],
            log: hall.directory.path("pdftoppm.log")
        ).output()
        let text = try await ServiceProcess.Once(
            "/usr/bin/zbarimg", ["--nodbus", "--quiet", "--raw", hall.directory.path("scanned.png")],
            log: hall.directory.path("zbarimg.log")
        ).output()
        return text.split(whereSeparator: \.isNewline).last { $0.contains("?n=") }.map(String.init) ?? ""
    }
}
