import Core

/// A reviewer asks for corrections on the web; the applicant reads all of them at the kiosk, mends and signs again, the
/// employer seals again, and the reviewer accepts.
final class CorrectionFlow: WalkFlow {
    let outcome = WalkOutcome(state: .accepted)
    let acceptance = StoreProcess.Acceptance.reviewer
    private var isCorrected = false
    private var isAccepted = false
    private var wasRead = false
    private let wrongPhone = "02164680000"
    private let rightPhone = "02164682222"
    private let items = ["企业联系电话有误，请改正", "请核对聘用企业的联系电话与执照一致"]

    func act(on step: WalkStep, in walk: Walk) async throws -> Bool {
        let finger = walk.finger
        switch (step, walk.visitor) {
        case (.sealed, .enterprise) where !isCorrected:
            try await Reviewing(walk.hall).act(
                "requireCorrection", [("item", items[0]), ("text", items[1])])
            isCorrected = true
        // The feed brings the news while the screen stands there.
        case (.sealed, .enterprise) where finger.shows("需要补正"):
            walk.visitor = .applicant
            try finger.touch("退出并取卡")
        case (.sealed, .enterprise) where isCorrected && !finger.shows("已受理"):
            guard wasRead, !isAccepted else { return true }
            try await Reviewing(walk.hall).act("accept")
            isAccepted = true
        case (.applications, .applicant) where finger.shows("需要补正"): try finger.touch("需要补正")
        case (.detail, .applicant) where finger.shows("需要补正"):
            guard items.allSatisfy(finger.shows) else { return true }
            wasRead = true
            try finger.touch("修改申请表")
        case (.form, .applicant) where isCorrected && finger.shows(wrongPhone): try finger.touch(wrongPhone)
        case (.enterprisePhone, .applicant) where isCorrected: try await walk.fillIn(rightPhone, then: "完成")
        default: return false
        }
        return true
    }
}
