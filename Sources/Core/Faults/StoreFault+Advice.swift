extension StoreFault: Advised {
    package var advice: FaultAdvice {
        switch self {
        case .unreachable:
            FaultAdvice(
                "S-201", "暂时联系不上市住建委，已填写的内容都保留着。请稍后再试。",
                "The office cannot be reached now. Everything you entered is kept; please try again later.",
                staff: "查看其他自助机是否正常；都不正常时通知技术人员。",
                technician: "no answer from the store: network, name or port; the outbox goes on by itself")
        case .notEnrolled:
            FaultAdvice(
                "S-202", "本机尚未登记，不能办理。请使用其他自助机或到人工窗口。",
                "This kiosk is not registered. Please use another kiosk or the counter.",
                staff: FaultAdvice.callTechnician,
                technician: "the store refused this kiosk's client certificate: enrol it again")
        case .sessionEnded:
            FaultAdvice(
                "S-203", "登录已失效，请重新放卡登录。已填写的内容都保留着。",
                "Your session has ended. Please present your card again; what you entered is kept.",
                staff: FaultAdvice.helpApplicant, technician: "session token unknown or expired")
        case .wrongCode(let triesLeft): Self.wrongCode(triesLeft)
        case .codeExpired:
            FaultAdvice(
                "S-205", "验证码已过期，请重新获取。", "The code has expired. Please ask for a new one.",
                staff: FaultAdvice.helpApplicant, technician: "code ticket expired or used up")
        case .tooManyCodes(let retryAfter):
            FaultAdvice(
                "S-206", "获取验证码过于频繁，请 \(retryAfter) 秒后再试。",
                "Too many codes were asked for. Please try again in \(retryAfter) seconds.",
                staff: FaultAdvice.helpApplicant, technician: "code rate limit: retry after \(retryAfter) s")
        case .enterpriseUnknown:
            FaultAdvice(
                "S-207", "没有找到这家企业。请按营业执照上的全称填写，一字不差。",
                "No such enterprise. Enter the full name exactly as on its business licence.",
                staff: "协助核对营业执照全称；确认无误时请企业先办理登记。",
                technician: "the register of enterprises has no such name")
        case .certificateRejected(let finding): finding.advice
        case .notFound:
            FaultAdvice(
                "S-209", "没有找到这份资料，可能已更新。请返回列表后再打开。",
                "This was not found; it may have changed. Go back to the list and open it again.",
                staff: FaultAdvice.helpApplicant, technician: "the store has no such record for this session")
        case .notPermitted:
            FaultAdvice(
                "S-212", "这张卡不能办理这一项，请换用有权限的卡。", "This card may not do that. Please use a card that may.",
                staff: "由有权限的同事办理。", technician: "the store refuses this role")
        case .internalError(let reference):
            FaultAdvice(
                "S-210", "市住建委那边出了故障，已填写的内容都保留着。请稍后再试或到人工窗口。",
                "Something failed at the office. What you entered is kept; try again later or go to the counter.",
                staff: "记下参考号 \(reference) 并通知技术人员。",
                technician: "store error, reference \(reference) in its log")
        case .misunderstood:
            FaultAdvice(
                "S-211", "这台机器要更新才能办理，请使用其他自助机或到人工窗口。",
                "This kiosk must be updated first. Use another kiosk or the counter.",
                staff: FaultAdvice.callTechnician,
                technician: "answer not understood: compare the versions of kiosk and store")
        }
    }

    private static func wrongCode(_ triesLeft: Int) -> FaultAdvice {
        FaultAdvice(
            "S-204", triesLeft > 0 ? "验证码不正确，还可以试 \(triesLeft) 次。请重新输入。" : "验证码不正确，已失效。请重新获取验证码。",
            triesLeft > 0
                ? "Wrong code. Tries left: \(triesLeft). Please try again."
                : "Wrong code, and it is used up. Please ask for a new one.",
            staff: "请申请人核对最新一条短信。", technician: "code refused, tries left \(triesLeft)")
    }
}

extension CertificateFinding: Advised {
    package var advice: FaultAdvice {
        switch self {
        case .untrusted:
            FaultAdvice(
                "E-501", "这张证书不是本系统认可的机构所发，请使用法人一证通。",
                "This certificate's issuer is not accepted. Please use the 法人一证通 card.",
                staff: "核对卡的发证机构。", technician: "no chain from the certificate to an enterprise root")
        case .expired:
            FaultAdvice(
                "E-502", "法人一证通证书已过期，请先到发证机构更新。",
                "The enterprise certificate has expired. Please have it renewed by its issuer.",
                staff: "告知到数字证书服务网点更新。", technician: "certificate or an issuer of it is past notAfter")
        case .notYetValid:
            FaultAdvice(
                "E-503", "法人一证通证书尚未生效，请在生效日之后再来。",
                "The enterprise certificate is not valid yet. Please come back when it is.",
                staff: "核对证书生效日期。", technician: "certificate before notBefore; compare the clock of the store")
        case .revoked:
            FaultAdvice(
                "E-504", "法人一证通证书已被吊销，请联系发证机构。",
                "The enterprise certificate has been revoked. Please contact its issuer.",
                staff: "告知联系数字证书服务网点。", technician: "certificate is on the issuer's revocation list")
        case .keyNotProved:
            FaultAdvice(
                "E-505", "没能证明卡与证书相符。请重新插卡再试，仍不行请联系发证机构。",
                "The card could not prove its key. Insert it again, or contact its issuer.",
                staff: FaultAdvice.offerCounter, technician: "challenge signature does not verify with the certificate")
        case .noCreditCode:
            FaultAdvice(
                "E-506", "证书中没有统一社会信用代码，请使用法人一证通或联系发证机构。",
                "The certificate carries no credit code. Use the 法人一证通 card or contact its issuer.",
                staff: "核对卡的种类。", technician: "none of the configured OIDs holds a valid credit code")
        case .unreadable:
            FaultAdvice(
                "E-507", "证书读不出来。请重新插卡再试，仍不行请联系发证机构。",
                "The certificate cannot be read. Insert the card again, or contact its issuer.",
                staff: FaultAdvice.offerCounter, technician: "certificate is not X.509 DER")
        }
    }
}
