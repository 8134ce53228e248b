import CentralAPI
import Core
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
    func firstBrokenAuditRow() throws -> Int? { try checkAudit(after: nil).broken }

    /// Goes on behind a part of the chain that was found whole, or from its beginning.
    /// - Returns: the first row that does not follow from the one before it, and how far the chain is whole.
    func checkAudit(after prefix: AuditPrefix?) throws -> (broken: Int?, prefix: AuditPrefix) {
        var checked = prefix ?? AuditPrefix()
        // The last row that was checked must be what it was: rows taken off the end are missed only by it.
        if checked.position > 0 {
            let last = try row("SELECT hash FROM audit WHERE position = ?", checked.position)?.text("hash")
            guard last == checked.hash else { return (checked.position, checked) }
        }
        while true {
            let rows = try rows(
                "SELECT * FROM audit WHERE position > ? ORDER BY position LIMIT \(AuditPrefix.stride)",
                checked.position)
            for row in rows {
                let position = try row.integer("position")
                let record = AuditRecord(
                    at: try row.date("at"), actor: try row.text("actor"), act: try row.text("act"),
                    previous: checked.hash)
                guard try row.text("previous") == checked.hash, try row.text("hash") == record.hash else {
                    return (position, checked)
                }
                checked = AuditPrefix(position: position, hash: record.hash, count: checked.count + 1)
            }
            if rows.count < AuditPrefix.stride { return (nil, checked) }
        }
    }
}

/// As far as the chain was found whole.
struct AuditPrefix: Hashable, Sendable {
    var position = 0
    var hash = AuditRecord.beginning
    /// Rows.
    var count = 0

    /// Rows that are held in memory at once.
    static let stride = 5_000
}

/// Remembers how far this process has found the chain whole, so that each look reads only what is new. A store that
/// starts again begins anew, and so does a supervisor who asks for it.
actor AuditWatch {
    private var checked: AuditPrefix?

    func check(_ database: any RegistryDatabase, all: Bool) async throws -> (broken: Int?, count: Int) {
        let known = all ? nil : checked
        let (broken, prefix) = try await database.read { try $0.checkAudit(after: known) }
        checked = broken == nil ? prefix : nil
        return (broken, prefix.count)
    }
}
