import Core

/// The applicant signs, thinks better of it and takes the application back.
final class WithdrawalFlow: WalkFlow {
    let outcome = WalkOutcome(state: .withdrawn, isPrinted: false)

    func act(on step: WalkStep, in walk: Walk) throws -> Bool {
        let finger = walk.finger
        switch step {
        case .signed: try finger.touch("我的注册申请")
        case .applications where finger.shows("已撤回"):
            walk.visitor = .nobody
            try finger.touch("退出并取卡")
        case .applications where finger.shows("待企业确认"): try finger.touch("待企业确认")
        case .detail: try finger.touch(finger.shows("确定撤回") ? "确定撤回" : "撤回申请")
        default: return false
        }
        return true
    }
}
