/// Why the machine shows no welcome screen, in the words that it shows instead. No shell is behind it.
package enum OutOfService: String, CaseIterable, Sendable {
    /// The program of the screens has ended too often.
    case kiosk
    /// The system did not come up, for another reason than those below.
    case start
    /// The encrypted disk does not open: the TPM was cleared or exchanged, or Secure Boot's keys have changed.
    case sealed
    /// No site file has been taken yet.
    case unprovisioned
    /// The store has not certified this machine's key yet; `EnrolmentTrouble` says why.
    case unenrolled

    /// On the screen, in the log and in image/README.md.
    package var code: String {
        switch self {
        case .kiosk: "A-01"
        case .start: "A-02"
        case .sealed: "A-03"
        case .unprovisioned: "A-04"
        case .unenrolled: "A-05"
        }
    }

    package var chinese: (title: String, advice: String) {
        switch self {
        case .kiosk: ("本机暂停服务", "请到人工窗口办理。屏幕程序多次中断，本机将自动重新启动。")
        case .start: ("本机暂停服务", "请到人工窗口办理。系统未能启动，本机将自动重新启动。")
        case .sealed: ("本机暂停服务", "请到人工窗口办理。本机的加密存储无法打开，数据未被读取，请联系技术人员。")
        case .unprovisioned: ("本机尚未配置", "请技术人员插入存有本厅配置文件的 U 盘，然后重新启动。")
        case .unenrolled: ("本机尚未登记", "请到人工窗口办理。本机登记完成后自动开始服务。")
        }
    }

    package var english: (title: String, advice: String) {
        switch self {
        case .kiosk:
            (
                "Out of service",
                "Please go to a counter. The screen's program has ended too often; the machine restarts by itself."
            )
        case .start:
            ("Out of service", "Please go to a counter. The system did not start; the machine restarts by itself.")
        case .sealed:
            (
                "Out of service",
                "Please go to a counter. The encrypted storage does not open; its data has not been read. Call a technician."
            )
        case .unenrolled:
            ("Not enrolled yet", "Please go to a counter. This machine serves by itself as soon as it is enrolled.")
        case .unprovisioned: ("Not set up yet", "Technician: put in a stick with this hall's site file, and restart.")
        }
    }
}
