extension EntryRefusal: Advised {
    package var advice: FaultAdvice {
        switch self {
        case .transition(let refusal): refusal.advice
        case .form(let problems):
            FaultAdvice(
                "R-702", "核验后有 \(problems.count) 处需要修改，请按各栏提示改正后再保存。",
                "The check found \(problems.count) problems. Please mend the marked fields and save again.",
                staff: FaultAdvice.helpApplicant,
                technician: "form refused: \(problems.map(\.advice.code).joined(separator: ", "))")
        case .otherApplicationOpen:
            FaultAdvice(
                "R-703", "您已有一项申请正在办理，请先完成或撤回那一项。",
                "You already have an open application. Please finish or withdraw it first.",
                staff: "在“我的申请”中查看正在办理的一项。", technician: "one open application a person")
        case .notEligible(let reason): reason.advice
        case .applicantUnknown:
            FaultAdvice(
                "R-705", "您还没有完成新用户注册，请先注册。", "You are not registered yet. Please register first.",
                staff: FaultAdvice.helpApplicant, technician: "entry of a person without a proved phone")
        case .applicationUnknown:
            FaultAdvice(
                "R-706", "没有找到这项申请，请返回列表重新打开。",
                "This application was not found. Go back to the list.",
                staff: FaultAdvice.offerCounter, technician: "entry for an application that was never saved")
        case .enterpriseUnknown:
            FaultAdvice(
                "R-707", "登记中没有这家企业，请核对后重新验证企业名称。",
                "The register does not hold this employer. Please verify its name again.",
                staff: "协助核对营业执照。", technician: "credit code or name not in the register of enterprises")
        case .signature(let finding): finding.advice
        case .attachment(_, let finding): finding.advice
        case .certificateUnknown:
            FaultAdvice(
                "R-708", "业务系统中没有这本证书，请返回证书列表重新打开。",
                "The central system does not have this certificate. Please go back to the list.",
                staff: FaultAdvice.offerCounter, technician: "entry for a certificate of nobody who was at this kiosk")
        case .certificate(let refusal): refusal.advice
        }
    }
}

extension RegistrationCertificate.Refusal: Advised {
    package var advice: FaultAdvice {
        switch self {
        case .notPossible(let event, let state):
            FaultAdvice(
                "R-761", "这本证书现在是“\(state.chinese)”，不能这样操作。请返回证书列表查看。",
                "The certificate has moved on and this is no longer possible. Please go back to the list.",
                staff: "刷新列表后按当前状态办理。", technician: "event \(event.rawValue) in state \(state.rawValue)")
        case .notYours(let role, let event):
            FaultAdvice(
                "R-762", "您不能对这本证书进行这项操作，请返回。", "You may not do this with the certificate. Please go back.",
                staff: "核对登录的是个人还是企业。", technician: "event \(event.rawValue) by role \(role.rawValue)")
        case .otherEnterprise:
            FaultAdvice(
                "R-763", "这本证书属于另一家企业，请使用该企业的法人一证通。",
                "This certificate belongs to another employer. Please use that one's card.",
                staff: "核对证书上的聘用企业。", technician: "credit code of the session is not the certificate's")
        case .sameName:
            FaultAdvice(
                "R-764", "企业登记中还是原来的名称，没有证书需要更名。请先办理企业登记的名称变更。",
                "The enterprise register still holds the old name. Please change it there first.",
                staff: "请企业先到市场监管部门变更名称，登记更新后再来办理。",
                technician: "no certificate under this code has another name than the register")
        case .expired(let day):
            FaultAdvice(
                "R-765", "这本证书已于\(day.chinese)到期，请办理初始注册。",
                "The certificate expired on \(day). Please apply for initial registration.",
                staff: "引导办理初始注册。", technician: "certificate event after the last day of its term")
        }
    }
}

extension Registration.Refusal: Advised {
    package var advice: FaultAdvice {
        switch self {
        case .notPossible(let event, let state):
            FaultAdvice(
                "R-751", "这项申请现在是“\(state.chinese)”，不能这样操作。请返回列表查看。",
                "The application has moved on and this is no longer possible. Please go back to the list.",
                staff: "刷新列表后按当前状态办理。", technician: "event \(event.rawValue) in state \(state.rawValue)")
        case .notYours(let role, let event):
            FaultAdvice(
                "R-752", "您不能进行这项操作，请返回。", "You may not do this. Please go back.", staff: "核对登录的是个人还是企业。",
                technician: "event \(event.rawValue) by role \(role.rawValue)")
        case .otherEnterprise:
            FaultAdvice(
                "R-753", "这项申请属于另一家企业，请使用申请表上企业的法人一证通。",
                "This application belongs to another employer. Use that employer's card.",
                staff: "核对申请表上的聘用企业。", technician: "credit code of the session is not the form's")
        case .otherKind:
            FaultAdvice(
                "R-754", "申请事项不能更改，请撤回后新建申请。",
                "The kind of an application cannot change. Withdraw it and start a new one.",
                staff: FaultAdvice.helpApplicant, technician: "edit with a form of another kind")
        case .wrongPaper:
            FaultAdvice(
                "R-755", "这份文件已作废或不是所需文件，请重新签署。",
                "This file is void or not the one needed. Please sign again.",
                staff: FaultAdvice.helpApplicant, technician: "paper void, of the wrong kind, or handed in before")
        case .reasonMissing:
            FaultAdvice(
                "R-756", "请填写原因，申请人会看到。", "Please give a reason; the applicant will read it.",
                staff: FaultAdvice.helpApplicant, technician: "event without its reason")
        }
    }
}

extension KindOffer.Reason: Advised {
    package var advice: FaultAdvice {
        switch self {
        case .applicationOpen(let kind, let state):
            FaultAdvice(
                "K-801", "您的\(kind.chinese)申请正在办理（\(state.chinese)），请先完成那一项。",
                "Another application of yours is open. Please finish or withdraw it first.",
                staff: FaultAdvice.helpApplicant, technician: "open: \(kind.rawValue) in \(state.rawValue)")
        case .notRegistered:
            FaultAdvice(
                "K-802", "您没有有效的注册证书，可办理初始注册。", "You hold no valid registration. You can apply for an initial one.",
                staff: FaultAdvice.helpApplicant, technician: "no certificate, or a void one")
        case .alreadyRegistered(let until):
            FaultAdvice(
                "K-803", "您已注册，有效期至\(until.chinese)。更换企业请先办理注销注册。",
                "You are registered until \(until). To change employer, cancel first.",
                staff: FaultAdvice.helpApplicant, technician: "certificate valid through \(until)")
        case .renewalNotYetOpen(let opens):
            FaultAdvice(
                "K-804", "未到延续注册时间，\(opens.chinese)起可办理。", "Renewal opens on \(opens). Please come back then.",
                staff: FaultAdvice.helpApplicant, technician: "renewal window opens \(opens)")
        case .registrationExpired(let day):
            FaultAdvice(
                "K-805", "注册证书已于\(day.chinese)到期，可凭继续教育证明办理初始注册。",
                "Your registration expired on \(day). Apply for an initial one with education proof.",
                staff: FaultAdvice.helpApplicant, technician: "certificate expired after \(day)")
        }
    }
}
