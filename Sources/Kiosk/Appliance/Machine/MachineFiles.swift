/// Where the screen's program and the machine's own services leave word for one another.
struct MachineFiles: Sendable {
    /// Root's: the screen's program reads here.
    var root = "/run/kiosk"
    /// The screen's: root's services read here.
    var screen = "/run/kiosk-screen"

    var report: String { root + "/machine.json" }
    /// 32 bytes, others after each order.
    var challenge: String { root + "/challenge" }
    /// What the last `supportToStore` has made.
    var support: String { root + "/support.p7m" }
    var order: String { screen + "/order" }
}
