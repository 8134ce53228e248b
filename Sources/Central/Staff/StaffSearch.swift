import CentralAPI
import Core
import Foundation

extension Registry {
    /// Accepted applications, newest first. Every search stands in the audit: by what was looked for, never for whom.
    func find(_ query: StaffQuery, for caller: Session) async throws -> [StaffApplication] {
        let member = try caller.hallStaff()
        let now = world.now()
        return try await database.write { session in
            let found = try session.accepted(query, at: caller.kiosk, since: now.dayInShanghai)
            let act = "staff \(member.number) searched by \(query.name): \(found.count) found"
            try session.audit(act, by: caller.kiosk, at: now)
            return try found.compactMap { try session.staffApplication($0) }
        }
    }
}

extension StaffQuery {
    fileprivate var name: String {
        switch self {
        case .notice: "notice number"
        case .person: "ID card"
        case .today: "day"
        }
    }
}

extension SQLSession {
    fileprivate func accepted(
        _ query: StaffQuery, at kiosk: String, since midnight: Date
    ) throws -> [ApplicationID] {
        let rows =
            switch query {
            case .notice(let number):
                try rows("SELECT application FROM notices WHERE number = ?", number.description)
            case .person(let number):
                try rows(
                    """
                    SELECT notices.application FROM notices
                    JOIN applications ON applications.id = notices.application
                    JOIN people ON people.id = applications.person
                    WHERE people.number = ? ORDER BY notices.number DESC
                    """, number.text)
            case .today:
                try rows(
                    """
                    SELECT application FROM history
                    WHERE event = ? AND kiosk = ? AND at >= ? ORDER BY at DESC
                    """, RegistrationEvent.Name.accept.rawValue, kiosk, midnight)
            }
        return try rows.map { try $0.identifier("application") }
    }

    /// Nil for an application without a notice.
    func staffApplication(_ id: ApplicationID) throws -> StaffApplication? {
        guard let record = try application(id), let decision = record.registration.acceptance else { return nil }
        let registration = record.registration
        return StaffApplication(
            id: id, kind: registration.kind, state: registration.state, noticeNumber: decision.number,
            maskedName: Masking.name(registration.applicant.identity.name),
            maskedIDNumber: registration.applicant.identity.number.masked,
            enterpriseName: registration.form.enterprise?.name ?? "", acceptedAt: decision.acceptedAt,
            copies: try copies(of: id))
    }
}

extension Date {
    /// The beginning of this instant's day in Shanghai, UTC+8.
    fileprivate var dayInShanghai: Date {
        let days = ((timeIntervalSince1970 + 28_800) / 86_400).rounded(.down)
        return Date(timeIntervalSince1970: days * 86_400 - 28_800)
    }
}
