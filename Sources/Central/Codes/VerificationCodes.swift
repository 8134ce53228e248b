import CentralAPI
import Core
import Foundation

/// What a verification code is for; a code for one is worthless for the other.
enum CodePurpose: String, CaseIterable {
    case phone
    case signing
}

/// How a check of a code ended. Not thrown: a lost try must be committed.
enum CodeCheck: Hashable, Sendable {
    case right(phone: PhoneNumber)
    case wrong(triesLeft: Int)
    /// Expired, used, replaced, never sent, or without tries.
    case expired

    /// - Returns: the phone to which the code was sent.
    func get() throws(Problem) -> PhoneNumber {
        switch self {
        case .right(let phone): return phone
        case .wrong(let triesLeft): throw Problem(.codeWrong, triesLeft: triesLeft)
        case .expired: throw Problem(.codeExpired)
        }
    }
}

extension Registry {
    /// Writes code and text message in the caller's transaction. A new code ends the one before it.
    func issueCode(
        _ purpose: CodePurpose, for person: PersonID, to phone: PhoneNumber, in session: some SQLSession
    ) throws -> CodeTicket {
        let now = world.now()
        try checkInterval(purpose, person: person, phone: phone, at: now, in: session)
        let id = world.uuid()
        let digits = String(world.number(below: 1_000_000))
        let code = String(repeating: "0", count: 6 - digits.count) + digits
        let ticket = CodeTicket(
            id: id, maskedPhone: phone.masked,
            expiresAt: now.addingTimeInterval(TimeInterval(policy.codes.lifeSeconds)),
            resendAfter: now.addingTimeInterval(TimeInterval(policy.codes.resendSeconds)),
            triesLeft: policy.codes.tries)
        try session.run(
            "UPDATE codes SET tries_left = 0 WHERE person = ? AND purpose = ?", person, purpose.rawValue)
        try session.run(
            """
            INSERT INTO codes (id, purpose, person, phone, code_hash, tries_left, created_at, expires_at, resend_after)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, id, purpose.rawValue, person, phone, hash(code, id: id), ticket.triesLeft, now, ticket.expiresAt,
            ticket.resendAfter)
        try send(.code(code, purpose, minutes: policy.codes.lifeSeconds / 60), to: phone, in: session)
        return ticket
    }

    /// One code a minute for each purpose of a person, and none meanwhile to that phone for anybody else: nobody is
    /// flooded with messages.
    private func checkInterval(
        _ purpose: CodePurpose, person: PersonID, phone: PhoneNumber, at now: Date, in session: some SQLSession
    ) throws {
        let latest = try session.row(
            """
            SELECT MAX(resend_after) AS latest FROM codes
            WHERE (person = ? AND purpose = ?) OR (phone = ? AND person <> ?)
            """, person, purpose.rawValue, phone, person)
        guard let latest, try latest.optionalText("latest") != nil else { return }
        let seconds = try latest.date("latest").timeIntervalSince(now)
        if seconds > 0 { throw Problem(.tooManyCodes, retryAfter: Int(seconds.rounded(.up))) }
    }

    /// - Parameter ticket: nil for the newest code of this purpose.
    func checkCode(
        _ code: WireSecret, _ purpose: CodePurpose, of person: PersonID, ticket: CodeTicket.ID? = nil,
        in session: some SQLSession
    ) throws -> CodeCheck {
        let row = try session.row(
            "SELECT * FROM codes WHERE person = ? AND purpose = ? ORDER BY created_at DESC LIMIT 1", person,
            purpose.rawValue)
        guard let row, let id = UUID(uuidString: try row.text("id")), ticket == nil || ticket == id,
            try row.date("expires_at") > world.now(), try row.integer("tries_left") > 0
        else { return .expired }
        let isRight = try row.text("code_hash") == hash(code.text, id: id)
        let triesLeft = isRight ? 0 : try row.integer("tries_left") - 1
        try session.run("UPDATE codes SET tries_left = ? WHERE id = ?", triesLeft, id)
        return isRight ? .right(phone: try PhoneNumber(try row.text("phone"))) : .wrong(triesLeft: triesLeft)
    }

    // Keyed and bound to its row: six digits alone could be tried out against a stolen table in a second.
    private func hash(_ code: String, id: UUID) -> String { vault.hash("\(id.uuidString) \(code)", for: .codes) }
}
