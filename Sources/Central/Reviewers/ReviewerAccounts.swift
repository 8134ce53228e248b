import CentralAPI
import Core
import Foundation

enum ReviewerFault: Error, Hashable, CustomStringConvertible {
    case wrongID(String)
    case nameMissing
    case passwordTooShort(least: Int)
    case exists(String)
    case unknown(String)

    var description: String {
        switch self {
        case .wrongID(let id): "“\(id)”: 2 to 32 of a-z, 0-9, dot and hyphen, beginning with a letter or digit"
        case .nameMissing: "the name is empty"
        case .passwordTooShort(let least): "the password has fewer than \(least) characters"
        case .exists(let id): "there is a reviewer \(id) already"
        case .unknown(let id): "there is no reviewer \(id)"
        }
    }
}

/// What `central reviewer` and a supervisor's page do with accounts. Each change stands in the audit.
struct ReviewerAccounts: Sendable {
    let database: any RegistryDatabase
    let world: World
    var cost = PasswordHash.Cost()

    static let shortestPassword = 12

    func add(_ reviewer: Reviewer, password: String, by actor: String) async throws {
        guard Reviewer.isValid(id: reviewer.id) else { throw ReviewerFault.wrongID(reviewer.id) }
        guard !reviewer.name.isBlank else { throw ReviewerFault.nameMissing }
        let hash = try hash(password)
        let now = world.now()
        try await database.write { session in
            guard try session.reviewer(reviewer.id) == nil else { throw ReviewerFault.exists(reviewer.id) }
            try session.run(
                "INSERT INTO reviewers (id, name, role, password, is_active, created_at) VALUES (?, ?, ?, ?, 1, ?)",
                reviewer.id, reviewer.name, reviewer.role.rawValue, hash.text, now)
            try session.audit("reviewer \(reviewer.id) added as \(reviewer.role.rawValue)", by: actor, at: now)
        }
    }

    /// Ends the sessions of the account too.
    func setPassword(_ password: String, of id: String, by actor: String) async throws {
        let hash = try hash(password)
        try await change(id, "password of reviewer \(id) set", by: actor) { session in
            try session.run("UPDATE reviewers SET password = ? WHERE id = ?", hash.text, id)
        }
    }

    /// Switching off ends the sessions of the account.
    func setActive(_ isActive: Bool, of id: String, by actor: String) async throws {
        try await change(id, "reviewer \(id) switched \(isActive ? "on" : "off")", by: actor) { session in
            try session.run("UPDATE reviewers SET is_active = ? WHERE id = ?", isActive, id)
        }
    }

    private func change(
        _ id: String, _ act: String, by actor: String, _ body: @escaping @Sendable (any SQLSession) throws -> Void
    ) async throws {
        let now = world.now()
        try await database.write { session in
            guard try session.reviewer(id) != nil else { throw ReviewerFault.unknown(id) }
            try body(session)
            try session.run("DELETE FROM office_sessions WHERE reviewer = ?", id)
            try session.audit(act, by: actor, at: now)
        }
    }

    private func hash(_ password: String) throws -> PasswordHash {
        guard password.count >= Self.shortestPassword else {
            throw ReviewerFault.passwordTooShort(least: Self.shortestPassword)
        }
        return try PasswordHash(password, salt: world.bytes(16), cost: cost)
    }
}

extension SQLSession {
    func reviewer(_ id: String) throws -> Reviewer? {
        try row("SELECT * FROM reviewers WHERE id = ?", id).map(Reviewer.init)
    }

    func reviewers() throws -> [Reviewer] {
        try rows("SELECT * FROM reviewers ORDER BY id").map(Reviewer.init)
    }

    func password(of reviewer: String) throws -> PasswordHash? {
        try row("SELECT password FROM reviewers WHERE id = ?", reviewer).flatMap {
            PasswordHash(try $0.text("password"))
        }
    }
}

extension Reviewer {
    fileprivate init(_ row: SQLRow) throws {
        guard let role = Role(rawValue: try row.text("role")) else {
            throw DatabaseFault.unexpected(column: "reviewers.role")
        }
        self.init(
            id: try row.text("id"), name: try row.text("name"), role: role,
            isActive: try row.integer("is_active") == 1)
    }
}
