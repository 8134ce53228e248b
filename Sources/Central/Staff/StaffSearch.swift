import CentralAPI
import Core

extension Registry {
    /// Accepted applications, newest first. Every search stands in the audit: by what was looked for, never for whom.
    func find(_ query: StaffQuery, for caller: Session) async throws -> [StaffApplication] {
        let member = try caller.hallStaff()
        let now = world.now()
        return try await database.write { session in
            let found = try session.accepted(query, at: caller.kiosk, today: CivilDate(shanghai: now))
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
        case .person: "ID number"
        case .today, .day: "day"
        }
    }
}

extension SQLSession {
    fileprivate func accepted(
        _ query: StaffQuery, at kiosk: String, today: CivilDate
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
            case .today: try acceptances(at: kiosk, on: today)
            case .day(let day): try acceptances(at: kiosk, on: day)
            }
        return try rows.map { try $0.identifier("application") }
    }

    private func acceptances(at kiosk: String, on day: CivilDate) throws -> [SQLRow] {
        try rows(
            """
            SELECT application FROM history
            WHERE event = ? AND kiosk = ? AND at >= ? AND at < ? ORDER BY at DESC
            """, RegistrationEvent.Name.accept.rawValue, kiosk, day.startInShanghai,
            day.adding(days: 1).startInShanghai)
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
