/// Why the machine shows no welcome screen. No shell is behind what it shows instead.
package enum OutOfService: String, CaseIterable, Sendable {
    /// The program of the screens has ended too often.
    case kiosk
    /// The system did not come up, for another reason than those below.
    case start
    /// The encrypted disk does not open: the TPM was cleared or exchanged, or Secure Boot's keys have changed.
    case sealed
    /// No site file has been taken yet.
    case unprovisioned
    /// The store has not certified this machine's key yet; below the code the screen says why.
    case unenrolled
}

extension OutOfService {
    /// Above the advice, in large letters.
    package var title: FaultAdvice.Bilingual {
        switch self {
        case .kiosk, .start, .sealed: .init("本机暂停服务", "Out of service")
        case .unprovisioned: .init("本机尚未配置", "Not set up yet")
        case .unenrolled: .init("本机尚未登记", "Not enrolled yet")
        }
    }
}

extension OutOfService: Advised {
    package var advice: FaultAdvice {
        switch self {
        case .kiosk:
            FaultAdvice(
                "A-01", "请到人工窗口办理。屏幕程序多次中断，本机将自动重新启动。",
                "Please go to a counter. The screen's program has ended too often; the machine restarts by itself.",
                staff: Self.waitForRestart,
                technician: "kiosk.service ended ten times in five minutes: its journal; restarts after ten minutes")
        case .start:
            FaultAdvice(
                "A-02", "请到人工窗口办理。系统未能启动，本机将自动重新启动。",
                "Please go to a counter. The system did not start; the machine restarts by itself.",
                staff: Self.waitForRestart,
                technician: "emergency or rescue, not for a closed /var: see the journal; restarts after ten minutes")
        case .sealed:
            FaultAdvice(
                "A-03", "请到人工窗口办理。本机的加密存储无法打开，数据未被读取，请联系技术人员。",
                "Please go to a counter. The encrypted storage does not open; its data has not been read. Call a technician.",
                staff: FaultAdvice.callTechnician,
                technician: "/var does not open: TPM cleared, Secure Boot's keys changed; tried again in ten minutes")
        case .unprovisioned:
            FaultAdvice(
                "A-04", "请技术人员插入存有本厅配置文件的 U 盘，然后重新启动。",
                "Technician: put in a stick with this hall's site file, and restart.",
                staff: FaultAdvice.callTechnician,
                technician: "no site file taken; below the code stands why one was refused")
        case .unenrolled:
            FaultAdvice(
                "A-05", "请到人工窗口办理。本机登记完成后自动开始服务。",
                "Please go to a counter. This machine serves by itself as soon as it is enrolled.",
                staff: FaultAdvice.callTechnician,
                technician: "not certified by the store; below the code stands why: docs/fleet.md")
        }
    }

    private static let waitForRestart = "放置“暂停服务”牌，引导到其他自助机或窗口；约十分钟后自动重启，未恢复或再次出现时通知技术人员。"
}
