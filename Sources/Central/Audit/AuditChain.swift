import CentralAPI
import Crypto
import Foundation

/// Who did what when, without personal data, each row sealed by the hash of the one before: a row that is changed or
/// taken out breaks the chain from there on.
struct AuditRecord: Hashable, Sendable {
    let at: Date
    /// A kiosk's certificate name, or `store`.
    let actor: String
    let act: String
    let previous: String

    static let beginning = String(repeating: "0", count: 64)

    var hash: String {
        let line = [previous, WireCoding.text(of: at), actor, act].map { "\($0.utf8.count):\($0)" }.joined()
        return SHA256.hash(data: Data(line.utf8)).hex
    }
}

extension SQLSession {
    func audit(_ act: String, by actor: String, at now: Date) throws {
        let last = try row("SELECT hash FROM audit ORDER BY position DESC LIMIT 1")
        let record = AuditRecord(
            at: now, actor: actor, act: act, previous: try last?.text("hash") ?? AuditRecord.beginning)
        try run(
            "INSERT INTO audit (at, actor, act, previous, hash) VALUES (?, ?, ?, ?, ?)", record.at, record.actor,
            record.act, record.previous, record.hash)
    }

    /// The position of the first row that does not follow from the one before it; nil when the chain is whole.
    func firstBrokenAuditRow() throws -> Int? {
        var previous = AuditRecord.beginning
        for row in try rows("SELECT * FROM audit ORDER BY position") {
            let record = AuditRecord(
                at: try row.date("at"), actor: try row.text("actor"), act: try row.text("act"), previous: previous)
            let hash = try row.text("hash")
            guard try row.text("previous") == previous, hash == record.hash else { return try row.integer("position") }
            previous = hash
        }
        return nil
    }
}
