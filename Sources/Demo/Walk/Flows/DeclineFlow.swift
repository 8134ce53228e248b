import Core

/// A reviewer does not accept; the applicant reads why at the kiosk and prints the decision, and staff print a numbered
/// copy of it.
final class DeclineFlow: WalkFlow {
    let outcome = WalkOutcome(state: .notAccepted, isPrinted: false, sheets: 2)
    let acceptance = StoreProcess.Acceptance.reviewer
    private var isDeclined = false
    private var wasPrinted = false
    private let errand = StaffErrand()
    private let reason = "申请事项不属于本机关职权范围"

    func act(on step: WalkStep, in walk: Walk) async throws -> Bool {
        let finger = walk.finger
        if try await errand.act(on: step, in: walk) {
            if errand.isDone { walk.visitor = .nobody }
            return true
        }
        switch (step, walk.visitor) {
        case (.sealed, .enterprise) where !isDeclined:
            try await Reviewing(walk.hall).act("decline", [("text", reason)])
            isDeclined = true
        case (.sealed, .enterprise):
            guard finger.shows("不予受理") else { return true }
            walk.visitor = .applicant
            try finger.touch("退出并取卡")
        case (.applications, .applicant) where wasPrinted:
            walk.visitor = .staff
            try finger.touch("退出并取卡")
        case (.applications, .applicant) where finger.shows("不予受理"): try finger.touch("不予受理")
        case (.detail, .applicant) where finger.shows(reason): try finger.touch("打印不予受理通知书")
        case (.printed, .applicant):
            wasPrinted = true
            try finger.touch("返回列表")
        default: return false
        }
        return true
    }
}
