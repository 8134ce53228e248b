import Core
import VirtualDevices

/// A registered person ends the registration; the seal completes it, and the notice is printed all the same.
final class CancellationFlow: WalkFlow {
    let outcome = WalkOutcome(state: .cancelled)

    func act(on step: WalkStep, in walk: Walk) async throws -> Bool {
        let finger = walk.finger
        switch step {
        case .placeCard: await walk.hall.place(SamplePeople.newlyRegistered)
        case .kinds: try finger.touch("注销注册")
        case .form:
            let next = finger.shows("(●)") ? nil : "不再从事建筑师执业"
            try finger.touch(next ?? (finger.shows("[ ]") ? "[ ]" : "保存"))
        case .applications where finger.shows("已注销"):
            walk.visitor = .enterprise
            try finger.touch("退出并取卡")
        case .pendingList where finger.shows("已注销"): try finger.touch("已注销")
        case .sealed where finger.shows("沪建注"): try finger.touch("打印受理通知书")
        case .detail where finger.shows("已注销"): try finger.touch("打印受理通知书")
        default: return false
        }
        return true
    }
}
