import CentralAPI
import Core
import Foundation

/// Who speaks through which kiosk.
struct Session: Hashable, Sendable {
    let token: SessionToken
    let kiosk: String
    let subject: Subject

    enum Subject: Hashable, Sendable {
        case applicant(PersonID)
        case enterprise(CreditCode)
        case staff(StaffMember)
    }
}

extension Registry {
    /// The session of this token, if this kiosk opened it and it has not ended; its use keeps it open.
    func session(token: String, kiosk: String) async throws -> Session {
        let hash = vault.hash(token, for: .tokens)
        let now = world.now()
        let row = try await database.read {
            try $0.row("SELECT * FROM sessions WHERE token_hash = ? AND kiosk = ?", hash, kiosk)
        }
        guard let row, let subject = Session.Subject(try row.text("subject")), try row.date("expires_at") > now else {
            throw Problem(.sessionEnded)
        }
        if try row.date("expires_at") < now.addingTimeInterval(sessionLife / 2) {
            let end = now.addingTimeInterval(sessionLife)
            try await database.write {
                try $0.run("UPDATE sessions SET expires_at = ? WHERE token_hash = ?", end, hash)
            }
        }
        return Session(token: SessionToken(token), kiosk: kiosk, subject: subject)
    }

    /// Opens a session inside the caller's transaction. The token is in no table: only its keyed hash is.
    func openSession(
        _ subject: Session.Subject, kiosk: String, in session: some SQLSession
    ) throws -> SessionToken {
        let token = world.token()
        let now = world.now()
        try session.run("DELETE FROM sessions WHERE expires_at < ?", now)
        try session.run(
            "INSERT INTO sessions (token_hash, kiosk, subject, expires_at) VALUES (?, ?, ?, ?)",
            vault.hash(token, for: .tokens), kiosk, subject.text, now.addingTimeInterval(sessionLife))
        try session.run(
            "INSERT INTO visits (kiosk, subject) VALUES (?, ?) ON CONFLICT DO NOTHING", kiosk, subject.text)
        return SessionToken(token)
    }

    private var sessionLife: TimeInterval { TimeInterval(policy.sessionMinutes * 60) }
}

extension SQLSession {
    /// Has this subject ever opened a session at this kiosk? An entry speaks for nobody else, even a late one.
    func hasVisited(_ kiosk: String, _ subject: Session.Subject) throws -> Bool {
        try row("SELECT 1 AS found FROM visits WHERE kiosk = ? AND subject = ?", kiosk, subject.text) != nil
    }
}

extension Session.Subject {
    var text: String {
        switch self {
        case .applicant(let id): "person:\(id)"
        case .enterprise(let code): "enterprise:\(code)"
        case .staff(let member): "staff:\(member.role.rawValue):\(member.number)"
        }
    }

    init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1)
        switch (parts.first, parts.last.map(String.init)) {
        case ("person", let id?):
            guard let id = PersonID(id) else { return nil }
            self = .applicant(id)
        case ("enterprise", let code?):
            guard let code = try? CreditCode(code) else { return nil }
            self = .enterprise(code)
        case ("staff", let text?):
            guard let member = StaffMember(text) else { return nil }
            self = .staff(member)
        default: return nil
        }
    }
}

extension StaffMember {
    /// `hall-staff:1001`
    fileprivate init?(_ text: String) {
        let parts = text.split(separator: ":").map(String.init)
        guard parts.count == 2, let role = StaffRole(rawValue: parts[0]) else { return nil }
        self.init(role: role, number: parts[1])
    }
}
