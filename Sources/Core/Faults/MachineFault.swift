/// Why a technician's order came to nothing.
package enum MachineFault: String, Error, Hashable, Sendable, Codable, CaseIterable {
    /// The program runs on a desk: there is no machine around it.
    case noAppliance
    /// The machine has just started, and its services have not said yet what it is.
    case notReported
    /// The machine's services do not answer.
    case unanswered
    /// The card's signature was not good for this order, or the card is no technician's.
    case notSigned
    case noEarlierVersion
    case noStick
    case stickUnwritten
    /// The order failed half way; the machine's journal says where.
    case failed
}

extension MachineFault: Advised {
    package var advice: FaultAdvice {
        switch self {
        case .noAppliance:
            FaultAdvice(
                "A-101", "这里不是自助机整机，没有可以维护的系统。", "This program does not run on an appliance.",
                staff: FaultAdvice.callTechnician,
                technician: "there is no /run/kiosk: the program runs on a desk")
        case .notReported:
            FaultAdvice(
                "A-108", "整机状态还没有收集好，请稍等，会自动显示。",
                "The machine is still gathering its state. It will show by itself in a moment.",
                staff: FaultAdvice.callTechnician,
                technician: "/run/kiosk/machine.json is not there yet; after a minute: kiosk-report.service failed")
        case .unanswered:
            FaultAdvice(
                "A-102", "整机服务没有应答，请稍候再试；仍不行时重新上电。",
                "The machine's services do not answer. Try again, then switch it off and on.",
                staff: FaultAdvice.callTechnician, technician: "kiosk-order.service: no outcome within its time")
        case .notSigned:
            FaultAdvice(
                "A-103", "整机没有接受这张工作卡的签名，请重新插卡再试。",
                "The machine did not take this card's signature. Put the card in again.",
                staff: FaultAdvice.callTechnician,
                technician: "signed order refused: card, role, challenge or revocation list")
        case .noEarlierVersion:
            FaultAdvice(
                "A-104", "没有可以退回的上一版本。", "There is no earlier version to go back to.",
                staff: FaultAdvice.callTechnician, technician: "the other slot has no committed version")
        case .noStick:
            FaultAdvice(
                "A-105", "没有找到 U 盘，请插入 U 盘再试。", "There is no stick. Put one in and try again.",
                staff: FaultAdvice.callTechnician, technician: "nothing is mounted under /run/sticks")
        case .stickUnwritten:
            FaultAdvice(
                "A-106", "支持包没有写进 U 盘，请检查写保护和剩余空间。",
                "The support bundle was not written. See whether the stick is locked or full.",
                staff: FaultAdvice.callTechnician,
                technician: "support bundle: the stick took nothing, or could not be read back")
        case .failed:
            FaultAdvice(
                "A-107", "没有完成，机器保持原样，请看日志里的原因。", "It was not done and the machine is as before. The log says why.",
                staff: FaultAdvice.callTechnician,
                technician: "kiosk-order.service failed: see the journal in the support bundle")
        }
    }
}
