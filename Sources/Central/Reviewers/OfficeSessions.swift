import CentralAPI
import Core
import Foundation

/// A reviewer at work: one browser, from login to its end.
struct OfficeSession: Hashable, Sendable {
    let token: SessionToken
    let reviewer: Reviewer
}

/// How long a session of the back office lasts.
struct OfficeHours: Hashable, Sendable {
    /// Seconds without a request.
    var idle: TimeInterval = 15 * 60
    /// Seconds after the login, whatever happens.
    var longest: TimeInterval = 8 * 3_600
}

extension Registry {
    /// The token is in no table: only its keyed hash is.
    func openOfficeSession(of reviewer: Reviewer) async throws -> OfficeSession {
        let token = world.token()
        let now = world.now()
        try await database.write { [self] session in
            try session.run(
                "INSERT INTO office_sessions (token_hash, reviewer, opened_at, used_at) VALUES (?, ?, ?, ?)",
                vault.hash(token, for: .tokens), reviewer.id, now, now)
            try session.audit("logged in", by: reviewer.actor, at: now)
        }
        return OfficeSession(token: SessionToken(token), reviewer: reviewer)
    }

    /// The session of this token, if it has not ended; its use keeps it open.
    func officeSession(_ token: String, _ hours: OfficeHours) async throws -> OfficeSession? {
        let hash = vault.hash(token, for: .tokens)
        let now = world.now()
        return try await database.write { session in
            try session.run(
                "DELETE FROM office_sessions WHERE used_at < ? OR opened_at < ?",
                now.addingTimeInterval(-hours.idle), now.addingTimeInterval(-hours.longest))
            let row = try session.row("SELECT reviewer FROM office_sessions WHERE token_hash = ?", hash)
            guard let row, let reviewer = try session.reviewer(try row.text("reviewer")), reviewer.isActive else {
                return nil
            }
            try session.run("UPDATE office_sessions SET used_at = ? WHERE token_hash = ?", now, hash)
            return OfficeSession(token: SessionToken(token), reviewer: reviewer)
        }
    }

    func closeOfficeSession(_ session: OfficeSession) async throws {
        let hash = vault.hash(session.token.text, for: .tokens)
        let now = world.now()
        try await database.write {
            try $0.run("DELETE FROM office_sessions WHERE token_hash = ?", hash)
            try $0.audit("logged out", by: session.reviewer.actor, at: now)
        }
    }

    /// What every form of this session carries: whoever cannot read its pages cannot know it.
    func formToken(of session: OfficeSession) -> String { formToken(boundTo: session.token.text) }

    /// - Parameter secret: of the session, or of the login page's own cookie.
    func formToken(boundTo secret: String) -> String { vault.hash("form \(secret)", for: .tokens) }
}
