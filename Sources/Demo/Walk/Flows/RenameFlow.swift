import Core
import VirtualDevices

/// An enterprise whose name has changed in the register brings it onto the certificates, and prints the list; the holder,
/// whom the store knows from a visit before, has one message, is told at the next visit, and collects again.
final class RenameFlow: WalkFlow {
    /// The list, and the certificate with the new name.
    let outcome = WalkOutcome(state: nil, sheets: 2)
    private var stage = Stage.holder

    private enum Stage { case holder, enterprise, holderAgain, done }

    func act(on step: WalkStep, in walk: Walk) async throws -> Bool {
        let finger = walk.finger
        switch (step, stage) {
        case (.placeCard, _): await walk.hall.place(SamplePeople.renamed)
        // Who has no application yet comes here first.
        case (.kinds, _): try finger.touch("返回")
        case (.applications, .holder):
            stage = .enterprise
            walk.visitor = .enterprise
            try finger.touch("退出并取卡")
        case (.pendingList, _): try finger.touch("企业名称变更")
        case (.rename, _):
            let next = ["打印变更清单", "确认变更", "确认更名"].first { finger.shows($0) }
            if let next { try finger.touch(next) }
        case (.printed, .enterprise):
            stage = .holderAgain
            walk.visitor = .applicant
            await walk.takeCards()
        case (.applications, .holderAgain):
            try checkMessages(in: walk.hall)
            if finger.shows("请重新领取") { try finger.touch("电子注册证书") }
        case (.certificates, _): if finger.shows("企业已更名") { try finger.touch("企业已更名") }
        case (.certificate, _): try finger.touchCertificate()
        case (.printed, .holderAgain):
            stage = .done
            walk.visitor = .nobody
            await walk.takeCards()
        default: return false
        }
        return true
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// One, whatever was killed meanwhile.
    private func checkMessages(in hall: Hall) throws {
        let told = hall.store.messages.count { $0.text.contains("聘用企业已变更名称") }
        guard told == 1 else { throw Failure(description: "\(told) messages to the holder") }
    }
}
