import Core
import Foundation

/// How often somebody may do something lately. What was done stands in the database: a store that starts again forgets
/// none of it.
struct RateLimit: Sendable {
    let name: String
    let most: Int
    /// Seconds.
    let period: TimeInterval

    /// Logins with one account, right ones forgiven.
    static let account = RateLimit(name: "account", most: 5, period: 900)
    /// Logins from one address.
    static let address = RateLimit(name: "address", most: 30, period: 900)
    /// Forms that one reviewer sends.
    static let acts = RateLimit(name: "acts", most: 60, period: 60)
}

extension Registry {
    /// Takes one turn of each limit that has one left.
    /// - Parameter turns: each limit with whose turn it is: an account, an address. Only a keyed hash of it is kept: what
    ///   is typed as an account may be a password.
    /// - Returns: nil when all had one; else in how many seconds all will have.
    func take(_ turns: [(limit: RateLimit, key: String)]) async throws -> Int? {
        let now = world.now()
        let hashed = turns.map { ($0.limit, vault.hash("\($0.limit.name):\($0.key)", for: .tokens)) }
        return try await database.write { session in
            try hashed.compactMap { try session.take($0, of: $1, at: now) }.max()
        }
    }

    func forgive(_ limit: RateLimit, _ key: String) async throws {
        let hash = vault.hash("\(limit.name):\(key)", for: .tokens)
        try await database.write { try $0.run("DELETE FROM office_turns WHERE turn = ?", hash) }
    }
}

extension SQLSession {
    fileprivate func take(_ limit: RateLimit, of turn: String, at now: Date) throws -> Int? {
        try run("DELETE FROM office_turns WHERE ends_at <= ?", now)
        let ends = try rows("SELECT ends_at FROM office_turns WHERE turn = ? ORDER BY ends_at", turn)
            .map { try $0.date("ends_at") }
        if ends.count >= limit.most, let first = ends.first {
            return max(1, Int(first.timeIntervalSince(now).rounded(.up)))
        }
        try run(
            "INSERT INTO office_turns (turn, ends_at) VALUES (?, ?)", turn, now.addingTimeInterval(limit.period))
        return nil
    }
}
