import Core

/// A reviewer does not accept; the applicant reads why at the kiosk, and nothing is printed.
final class DeclineFlow: WalkFlow {
    let outcome = WalkOutcome(state: .notAccepted, isPrinted: false)
    let acceptance = StoreProcess.Acceptance.reviewer
    private var isDeclined = false
    private var wasRead = false
    private let reason = "申请事项不属于本机关职权范围"

    func act(on step: WalkStep, in walk: Walk) async throws -> Bool {
        let finger = walk.finger
        switch (step, walk.visitor) {
        case (.sealed, .enterprise) where !isDeclined:
            try await Reviewing(walk.hall).act("decline", [("text", reason)])
            isDeclined = true
        case (.sealed, .enterprise):
            guard finger.shows("不予受理") else { return true }
            walk.visitor = .applicant
            try finger.touch("退出并取卡")
        case (.applications, .applicant) where wasRead:
            walk.visitor = .nobody
            try finger.touch("退出并取卡")
        case (.applications, .applicant) where finger.shows("不予受理"): try finger.touch("不予受理")
        case (.detail, .applicant) where finger.shows(reason):
            wasRead = true
            try finger.touch("返回")
        default: return false
        }
        return true
    }
}
