import Core
import Terminal

/// What a person in the hall could do with their hands beside touching the screen.
enum HandAction: String, Hashable, Sendable, CaseIterable {
    case identityCard
    case enterpriseCard
    case staffCard
    case technicianCard
    case paper
    case stick
    case scanner
    case network
    case message
    case leave
}

/// What the strip tells of the hall.
struct StripState: Hashable, Sendable {
    var identityCardIsPlaced = false
    var enterpriseCardIsPlaced = false
    /// Whose staff card is in the certificate reader.
    var staffCard: StaffRole?
    var printerHasPaper = true
    var networkIsCut = false
    var stickIsIn = false
    /// What its button says.
    var scanner = "扫描"
    var sheets = 0
    /// The last SMS, while it is revealed.
    var message: String?
    /// What the demo itself has to say, such as a part that was started again.
    var note = ""
}

/// The demo's own rows under the kiosk's screen; never part of the kiosk.
enum Strip {
    static let height = 5

    static func view(_ state: StripState) -> View<HandAction> {
        let enterprise = state.enterpriseCardIsPlaced && state.staffCard == nil
        return View.column {
            View.rule("═", style: .bar)
            View.row {
                card("身份证", state.identityCardIsPlaced, .identityCard)
                card("法人卡", enterprise, .enterpriseCard)
                card("工作卡", state.staffCard == .hallStaff, .staffCard)
                card("技术卡", state.staffCard == .technician, .technicianCard)
                button(state.printerHasPaper ? "拿掉纸" : "装纸", .paper)
                card("U盘", state.stickIsIn, .stick)
                button(state.scanner, .scanner)
                button(state.networkIsCut ? "接网线" : "拔网线", .network)
                button("看短信", .message)
                button("结束", .leave)
            }
            View.line(line(state), style: .dim, mayBeShortened: true)
        }.height(.fixed(height))
    }

    /// Double while the card is on its reader: a touch puts it there, or takes it away.
    private static func card(_ label: String, _ isPlaced: Bool, _ action: HandAction) -> View<HandAction> {
        View.button(label, isPrimary: isPlaced, width: .flex(), height: .fixed(3), action: action)
    }

    private static func button(_ label: String, _ action: HandAction) -> View<HandAction> {
        View.button(label, width: .flex(), height: .fixed(3), action: action)
    }

    private static func line(_ state: StripState) -> String {
        if let message = state.message { return "短信：\(message)" }
        return "出纸 \(state.sheets) 张　\(state.note)"
    }
}
