import Core
import VirtualDevices

/// Hall staff print a numbered copy for somebody of whom they have the ID card in hand.
final class StaffErrand {
    private(set) var isDone = false

    /// - Returns: false on screens that are none of staff's.
    func act(on step: WalkStep, in walk: Walk) async throws -> Bool {
        guard walk.visitor == .staff else { return false }
        let finger = walk.finger
        switch step {
        case .welcome: await walk.hall.cards.place(StaffRole.hallStaff)
        case .staffHome: try finger.touch("按身份证")
        case .staffFind: await walk.hall.cards.place(.identity)
        case .staffCopy: try finger.touch(finger.shows("(●) 代申请人打印") ? "打印" : "代申请人打印")
        case .printed:
            isDone = true
            await walk.takeCards()
        default: return false
        }
        return true
    }
}
