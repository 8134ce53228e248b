import CentralAPI
import Core
import Foundation

extension Registry {
    /// Applies an entry, at most once by its id: application, history, papers, notice, messages, change feed and the
    /// receipt itself stand in one transaction, so that a store killed at any moment has all of it or nothing.
    func submit(_ entry: OutboxEntry, from kiosk: String) async throws -> EntryReceipt {
        for _ in 0..<Self.attempts {
            if let receipt = try await database.read({ try $0.receipt(of: entry.id) }) { return receipt }
            let examination = try await examine(entry)
            do {
                let receipt = try await database.write { [self] session in
                    try session.receipt(of: entry.id) ?? settle(entry, examination, from: kiosk, in: session)
                }
                await bells.changes.ring()
                await bells.messages.ring()
                return receipt
            } catch is Overtaken {
                continue
            } catch DatabaseFault.uniqueViolation {
                // Two kiosks at the same moment: the other was first, and now its application is seen.
                continue
            }
        }
        throw Problem(.unavailable)
    }

    private static let attempts = 5

    private func settle(
        _ entry: OutboxEntry, _ examination: Examination, from kiosk: String, in session: some SQLSession
    ) throws -> EntryReceipt {
        let now = world.now()
        let outcome = try outcome(of: entry, examination, from: kiosk, at: now, in: session)
        let word = if case .refused = outcome { "refused" } else { "applied" }
        try session.audit("\(entry.content.name) \(entry.applicationID) \(word)", by: kiosk, at: now)
        let receipt = EntryReceipt(entryID: entry.id, outcome: outcome)
        try session.run(
            "INSERT INTO entries (id, application, kiosk, receipt, at) VALUES (?, ?, ?, ?, ?)", entry.id,
            entry.applicationID, kiosk, JSONColumn(receipt), now)
        return receipt
    }

    /// A refusal leaves nothing behind, whatever was written before it was found.
    private func outcome(
        of entry: OutboxEntry, _ examination: Examination, from kiosk: String, at now: Date,
        in session: some SQLSession
    ) throws -> EntryReceipt.Outcome {
        try session.run("SAVEPOINT filing")
        do {
            let filing = Filing(registry: self, entry: entry, kiosk: kiosk, now: now, session: session)
            let outcome = try filing.apply(examination)
            try session.run("RELEASE filing")
            return outcome
        } catch let refusal as EntryRefusal {
            try session.run("ROLLBACK TO filing")
            try session.run("RELEASE filing")
            return .refused(refusal)
        }
    }
}

/// The application moved on between examination and transaction.
struct Overtaken: Error {}

extension SQLSession {
    func receipt(of entry: EntryID) throws -> EntryReceipt? {
        try row("SELECT receipt FROM entries WHERE id = ?", entry)?.json(EntryReceipt.self, "receipt")
    }
}

extension OutboxEntry.Content {
    /// For audit and log.
    var name: String {
        switch self {
        case .attach(let attachment): "attach \(attachment.kind.rawValue)"
        case .save: "save"
        case .signPersonally: "signPersonally"
        case .seal: "seal"
        case .returnToApplicant: "returnToApplicant"
        case .withdraw: "withdraw"
        case .collect: "collect"
        case .exchange: "exchange"
        case .rename: "rename"
        case .printed: "printed"
        }
    }
}
