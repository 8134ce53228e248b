import Core
import Foundation

// What the pages call things.
extension Date {
    /// `2026-11-23 09:05`, in Shanghai.
    var officeText: String {
        let minutes = Int((timeIntervalSince1970 + 28_800) / 60)
        let (hour, minute) = (minutes / 60 % 24, minutes % 60)
        let clock = [hour, minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return "\(CivilDate(shanghai: self)) \(clock)"
    }
}

extension RegistrationEvent.Name {
    var officeWord: String {
        switch self {
        case .edit: "修改申请表"
        case .save: "保存申请表"
        case .signPersonally: "个人签名"
        case .returnToApplicant: "企业退回"
        case .seal: "企业签章"
        case .accept: "受理"
        case .requireCorrection: "通知补正"
        case .declineAcceptance: "不予受理"
        case .beginReview: "开始审批"
        case .approve: "准予许可"
        case .refuse: "不予许可"
        case .collect: "领取证书"
        case .withdraw: "撤回申请"
        }
    }
}

extension Actor {
    var officeWord: String {
        switch self {
        case .applicant: "申请人"
        case .enterprise: "聘用企业"
        case .store: "系统自动"
        case .reviewer(let id): "审核 \(id)"
        }
    }
}

extension SignedPaper.Kind {
    var officeWord: String {
        switch self {
        case .personallySignedForm: "申请表（个人签名）"
        case .sealedForm: "申请表（个人签名、企业签章）"
        }
    }

    var signatureWord: String {
        switch self {
        case .personallySignedForm: "个人数字签名"
        case .sealedForm: "企业电子签章"
        }
    }
}

extension SignatureFinding {
    /// For a reviewer, who cannot sign again.
    var officeWord: String {
        switch self {
        case .unreadable: "文件无法读取"
        case .missing: "文件上没有这个签名"
        case .broken: "签名值校验未通过"
        case .untrusted: "签名证书不被认可"
        case .expired: "签名时证书不在有效期内"
        case .wrongSigner: "签名人不是本申请的本人或企业"
        case .modifiedAfterSigning: "文件在签署后被改动"
        case .otherContent: "签署的内容与申请表不一致"
        }
    }
}

extension Deadline {
    /// `受理截止 2026-11-30，还有 5 个工作日`
    var officeText: String {
        let what = step == .acceptance ? "受理" : "审批"
        let left =
            switch daysLeft {
            case 0: "今天到期"
            case ..<0: "已超期 \(-daysLeft) 个工作日"
            default: "还有 \(daysLeft) 个工作日"
            }
        return "\(what)截止 \(due)，\(left)\(isProvisional ? "（暂按周末计算）" : "")"
    }

    /// Read with the text, never alone: colour is no information.
    var markup: Markup {
        let tone = isOverdue ? "late" : isUrgent ? "soon" : "calm"
        let mark = isOverdue ? "‼ " : isUrgent ? "! " : ""
        return "<span class=\"deadline \(tone)\">\(mark)\(officeText)</span>"
    }
}

extension ReviewRefusal {
    var officeText: String {
        switch self {
        case .applicationUnknown: return "没有这项申请。"
        case .overtaken(let step, let state):
            guard let step else { return "页面已不是最新，申请现在是“\(state.chinese)”。请看下面的最新内容。" }
            let who = "\(step.actor.officeWord)在 \(step.at.officeText) 已进行“\(step.event.officeWord)”"
            return "\(who)，申请现在是“\(state.chinese)”。请看下面的最新内容，再决定是否办理。"
        case .entry(.transition(.reasonMissing)): return "请填写原因或补正内容，申请人会看到。"
        case .entry(.transition(.notPossible(_, let state))): return "申请现在是“\(state.chinese)”，不能这样办理。"
        case .entry(.notEligible): return "申请人的注册已经终止，没有可以延续的注册证书。"
        case .entry(let refusal): return refusal.advice.staff
        }
    }
}
