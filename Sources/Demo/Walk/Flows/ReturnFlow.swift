import Core

/// The employer sends the form back once; the applicant reads why, changes it and signs again.
final class ReturnFlow: WalkFlow {
    let outcome = WalkOutcome(state: .accepted)
    private var isReturned = false
    private let wrongPhone = "02164680000"
    private let rightPhone = "02164681111"

    func act(on step: WalkStep, in walk: Walk) async throws -> Bool {
        switch (step, walk.visitor) {
        case (.review, .enterprise) where !isReturned: try walk.finger.touch("退回修改")
        case (.formReturn, .enterprise): try sendBack(walk)
        case (.pendingList, .enterprise) where walk.finger.shows("企业退回修改"):
            walk.visitor = .applicant
            try walk.finger.touch("退出并取卡")
        case (.applications, .applicant) where walk.finger.shows("企业退回修改"): try walk.finger.touch("企业退回修改")
        case (.detail, .applicant) where walk.finger.shows("企业退回修改"): try walk.finger.touch("修改申请表")
        case (.form, .applicant) where isReturned && walk.finger.shows(wrongPhone): try walk.finger.touch(wrongPhone)
        case (.enterprisePhone, .applicant) where isReturned: try await walk.fillIn(rightPhone, then: "完成")
        default: return false
        }
        return true
    }

    private func sendBack(_ walk: Walk) throws {
        guard walk.finger.shows("(●)") else { return try walk.finger.touch("企业联系电话有误") }
        try walk.finger.touch("退回给申请人")
        isReturned = true
    }
}
