import Core
import Foundation
import VirtualDevices

/// A holder collects the certificate that waits, prints it, and takes it along on a stick and on the own phone: three
/// times the same bytes.
final class CollectionFlow: WalkFlow {
    let outcome = WalkOutcome(state: nil)
    private var stage = Stage.print

    private enum Stage { case print, stick, phone, done }

    func act(on step: WalkStep, in walk: Walk) async throws -> Bool {
        let finger = walk.finger
        switch step {
        case .placeCard: await walk.hall.place(SamplePeople.collector)
        // Who has no application yet comes here first.
        case .kinds: try finger.touch("返回")
        case .applications: try finger.touch("电子注册证书")
        case .certificates:
            if let state = ["待领取", "已领取"].first(where: finger.shows) { try finger.touch(state) }
        case .certificate where stage == .print: try finger.touchCertificate()
        case .certificate where stage == .done:
            walk.visitor = .nobody
            await walk.takeCards()
        case .certificate: if finger.shows("证书已经签章") { try finger.touch("带走") }
        case .printed:
            stage = .stick
            try finger.touch("返回列表")
        case .takeAlong: try await takeAlong(walk)
        // Fetched once; the code stays on the screen until the kiosk has heard of it, and is spent.
        case .takeByPhone where stage == .phone:
            guard let address = try await OwnPhone(walk.hall).scan(finger.dots) else { break }
            try check(try await OwnPhone(walk.hall).fetch(address), in: walk.hall, "on the phone")
            stage = .done
        default: return false
        }
        return true
    }

    private func takeAlong(_ walk: Walk) async throws {
        let (finger, stick) = (walk.finger, walk.hall.stick)
        switch stage {
        case .stick where finger.shows("已存好并核对"):
            try check(try stick.content(of: "注册证书.pdf"), in: walk.hall, "on the stick")
            try stick.takeOut()
            stage = .phone
        case .stick where finger.shows("请先把 U 盘插好"): try stick.putIn()
        case .stick: if !finger.shows("正在写入") { try finger.touch("U 盘") }
        case .phone: try finger.touch("手机")
        case .done: if finger.shows("手机已经下载") { try finger.touch("返回") }
        case .print: break
        }
    }

    /// What was printed is what the store has signed, byte for byte.
    private func check(_ copy: Data, in hall: Hall, _ place: String) throws {
        let printer = hall.printRoom.printer
        guard let sheet = printer.sheets.last, printer.paper(for: sheet.token) == copy else {
            throw OwnPhone.Failure(description: "another certificate \(place) than on paper")
        }
    }
}

extension Finger {
    /// Confirms what there is to confirm, and prints what is signed; while it is being signed it waits.
    func touchCertificate() throws {
        if shows("纸质证书换领电子证书") { return try touch("确认换领") }
        if shows("领证：请核对证书内容") { return try touch("确认领证") }
        if shows("证书已经签章") { try touch("打印证书") }
    }
}
