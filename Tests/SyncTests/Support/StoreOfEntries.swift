import CentralAPI
import Core
import Foundation

/// What the store promises about entries: each is applied once by its id, and a repeated id gets the recorded receipt.
/// A plan by attempt says what goes wrong on the way.
actor StoreOfEntries {
    enum Mishap: Sendable {
        /// Applied, and the connection cut before the answer.
        case answerLost
        /// Cut before anything was done.
        case cutBefore
        case answer(ScriptedAnswer)
    }

    private(set) var applied: [OutboxEntry] = []
    private(set) var attempts: [EntryID] = []
    private var receipts: [EntryID: EntryReceipt] = [:]
    private var mishaps: [EntryID: [Mishap]]
    private let refused: Set<EntryID>

    init(mishaps: [EntryID: [Mishap]] = [:], refused: Set<EntryID> = []) {
        self.mishaps = mishaps
        self.refused = refused
    }

    func answer(_ request: ScriptedRequest) throws -> ScriptedAnswer {
        guard request.method == "POST", request.target == Endpoints.submit.path else { return .silence }
        let entry = try request.decoded(OutboxEntry.self)
        attempts.append(entry.id)
        let mishap = mishaps[entry.id]?.isEmpty == false ? mishaps[entry.id]?.removeFirst() : nil
        switch mishap {
        case nil: return try .ok(apply(entry))
        case .answerLost:
            _ = apply(entry)
            return .cut
        case .cutBefore: return .cut
        case .answer(let answer): return answer
        }
    }

    private func apply(_ entry: OutboxEntry) -> EntryReceipt {
        if let receipt = receipts[entry.id] { return receipt }
        applied.append(entry)
        let outcome: EntryReceipt.Outcome =
            refused.contains(entry.id)
            ? .refused(.otherApplicationOpen)
            : .applied(
                ApplicationStatus(
                    id: entry.applicationID, kind: .initial, state: .saved, revision: 1, applicantName: "测试员甲",
                    maskedIDNumber: "310***********0000", enterprise: nil, noticeNumber: nil, reason: nil,
                    updatedAt: Sample.instant))
        let receipt = EntryReceipt(entryID: entry.id, outcome: outcome)
        receipts[entry.id] = receipt
        return receipt
    }
}
