import Core

/// A reviewer asks for corrections on the web; the applicant reads all of them at the kiosk and prints them, staff print
/// a numbered copy, the applicant mends and signs again, the employer seals again, and the reviewer accepts.
final class CorrectionFlow: WalkFlow {
    /// The notice of correction twice, and the notice of acceptance.
    let outcome = WalkOutcome(state: .accepted, sheets: 3)
    let acceptance = StoreProcess.Acceptance.reviewer
    private var isCorrected = false
    private var isAccepted = false
    private var wasPrinted = false
    private let errand = StaffErrand()
    private let wrongPhone = "02164680000"
    private let rightPhone = "02164682222"
    private let items = ["企业联系电话有误，请改正", "请核对聘用企业的联系电话与执照一致"]

    func act(on step: WalkStep, in walk: Walk) async throws -> Bool {
        let finger = walk.finger
        if try await errand.act(on: step, in: walk) {
            if errand.isDone { walk.visitor = .applicant }
            return true
        }
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
            guard errand.isDone, !isAccepted else { return true }
            try await Reviewing(walk.hall).act("accept")
            isAccepted = true
        case (.printed, .applicant):
            wasPrinted = true
            try finger.touch("返回列表")
        case (.applications, .applicant) where wasPrinted && !errand.isDone:
            walk.visitor = .staff
            try finger.touch("退出并取卡")
        case (.applications, .applicant) where finger.shows("需要补正"): try finger.touch("需要补正")
        case (.detail, .applicant) where finger.shows("需要补正"):
            guard items.allSatisfy(finger.shows) else { return true }
            try finger.touch(wasPrinted ? "修改申请表" : "打印补正告知书")
        case (.form, .applicant) where isCorrected && finger.shows(wrongPhone): try finger.touch(wrongPhone)
        case (.enterprisePhone, .applicant) where isCorrected: try await walk.fillIn(rightPhone, then: "完成")
        default: return false
        }
        return true
    }
}
