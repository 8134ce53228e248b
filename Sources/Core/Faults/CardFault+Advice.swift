extension CardFault: Advised {
    package var advice: FaultAdvice {
        switch self {
        case .serviceDown:
            FaultAdvice(
                "C-101", "读卡服务没有响应，正在自动恢复。请稍候，或到人工窗口办理。",
                "The card service is not answering; it reconnects by itself. Please wait or go to the counter.",
                staff: "等候一分钟；未恢复时放置“暂停服务”牌并通知技术人员。",
                technician: "pcscd does not answer; the kiosk keeps trying. systemctl status pcscd")
        case .readerMissing(let role):
            FaultAdvice(
                "C-102", "\(role.chineseCard)读卡器未连接，请到其他自助机或人工窗口办理。",
                "The reader for the \(role.englishCard) is not connected. Use another kiosk or the counter.",
                staff: FaultAdvice.callTechnician,
                technician: "no \(role.rawValue) reader: check USB and the reader name in the settings")
        case .noCard(let role):
            FaultAdvice(
                "C-103", "没有读到\(role.chineseCard)，请\(role.chinesePlacing)。",
                "No \(role.englishCard) found. Please \(role.englishPlacing).",
                staff: FaultAdvice.helpApplicant, technician: "no card on the \(role.rawValue) reader")
        case .removed(let role):
            FaultAdvice(
                "C-104", "\(role.chineseCard)取走得太早。请重新\(role.chinesePlacing)，读完前不要移动。",
                "The \(role.englishCard) was taken away too early. Please \(role.englishPlacing) again.",
                staff: FaultAdvice.helpApplicant, technician: "card removed in use on the \(role.rawValue) reader")
        case .mute(let role):
            FaultAdvice(
                "C-105", "卡没有应答。请取出检查正反面后，重新\(role.chinesePlacing)。",
                "The card does not answer. Take it out, check which side is up and try again.",
                staff: "请申请人换一张卡试读；只有一张读不出时引导到人工窗口。",
                technician: "mute card on the \(role.rawValue) reader: no ATR")
        case .unknownCard(let role):
            FaultAdvice(
                "C-106", "这不是\(role.chineseCard)，请换卡。",
                "This is not an \(role.englishCard). Please use the right card.",
                staff: "核对申请人放的是哪种卡。",
                technician: "no known card profile answers on the \(role.rawValue) reader")
        case .unreadable(let role):
            FaultAdvice(
                "C-107", "\(role.chineseCard)的内容读不出来。请重试一次，仍不行请到人工窗口。",
                "The \(role.englishCard) cannot be read. Try once more, or go to the counter.",
                staff: "芯片可能已损坏，引导到人工窗口核验。",
                technician: "card content on the \(role.rawValue) reader fails its checks")
        case .busy(let role):
            FaultAdvice(
                "C-108", "读卡器正忙，请稍候再试。", "The card reader is busy. Please wait a moment and try again.",
                staff: "等候半分钟后重试。",
                technician: "sharing violation on the \(role.rawValue) reader: another program holds it")
        case .timedOut(let role):
            FaultAdvice(
                "C-109", "读卡超时，请重新\(role.chinesePlacing)，不要移动。",
                "Reading took too long. Please \(role.englishPlacing) again and keep it still.",
                staff: FaultAdvice.helpApplicant, technician: "time limit exceeded on the \(role.rawValue) reader")
        case .wrongPIN(let triesLeft): triesLeft > 0 ? Self.wrongPIN(triesLeft) : CardFault.pinBlocked.advice
        case .pinBlocked:
            FaultAdvice(
                "C-111", "证书密码已锁定，本机不能解锁。请携带法人一证通到发证机构解锁。",
                "The card's password is blocked. Please have it unblocked by the issuing authority.",
                staff: "告知到数字证书服务网点解锁，不要再试。", technician: "PIN blocked: tries left 0")
        case .refused(let role, let statusWord):
            FaultAdvice(
                "C-112", "卡拒绝了操作。请重新\(role.chinesePlacing)再试，仍不行请到人工窗口。",
                "The card refused. Please \(role.englishPlacing) again, or go to the counter.",
                staff: FaultAdvice.offerCounter,
                technician: "status word \(Self.hexadecimal(statusWord)) on the \(role.rawValue) reader")
        }
    }

    private static func wrongPIN(_ triesLeft: Int) -> FaultAdvice {
        FaultAdvice(
            "C-110", "证书密码不正确，还可以试 \(triesLeft) 次。\(triesLeft == 1 ? "再错一次卡将锁定，请先确认。" : "请重新输入。")",
            "Wrong password. Tries left: \(triesLeft). \(triesLeft == 1 ? "One more mistake blocks the card." : "Please try again.")",
            staff: "请企业经办人向密码管理人确认，不要代为猜测。", technician: "PIN refused, tries left \(triesLeft)")
    }

    private static func hexadecimal(_ word: UInt16) -> String {
        let digits = String(word, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}

extension ReaderRole {
    fileprivate var chineseCard: String {
        switch self {
        case .identity: "身份证件"
        case .enterprise: "法人一证通"
        }
    }

    fileprivate var englishCard: String {
        switch self {
        case .identity: "identity card"
        case .enterprise: "enterprise certificate card"
        }
    }

    fileprivate var chinesePlacing: String {
        switch self {
        case .identity: "将证件平放在读卡区"
        case .enterprise: "将法人一证通插入卡槽"
        }
    }

    fileprivate var englishPlacing: String {
        switch self {
        case .identity: "lay the card flat on the reader"
        case .enterprise: "insert the card into the slot"
        }
    }
}
