import Core
import VirtualDevices

/// The store is away right after the seal: the employer takes a filing receipt, and when the store is back it accepts,
/// and the notice is printed.
final class ReceiptFlow: WalkFlow {
    let outcome = WalkOutcome(state: .accepted, sheets: 2)
    private var stage = Stage.before

    private enum Stage { case before, away, back }

    func act(on step: WalkStep, in walk: Walk) async throws -> Bool {
        let (finger, hall) = (walk.finger, walk.hall)
        switch (step, stage) {
        case (.insertCard, .before):
            let keys = try hall.cards.pki.cardKeys(for: hall.cards.enterprise)
            let card = VirtualPIVCard(keys: keys, pin: CardCorner.pin)
            await hall.cards.give(WatchedCard(card) { [network = hall.network] in network.cut() }, for: .enterprise)
            await hall.cards.place(.enterprise)
            stage = .away
        case (.filing, .away) where walk.visitor == .enterprise:
            if finger.shows("打印收件凭证") { try finger.touch("打印收件凭证") }
        case (.printed, .away):
            stage = .back
            hall.network.mend()
            try finger.touch("返回列表")
        // The list catches up by itself.
        case (.pendingList, .back): if finger.shows("已受理") { try finger.touch("已受理") }
        default: return false
        }
        return true
    }
}
