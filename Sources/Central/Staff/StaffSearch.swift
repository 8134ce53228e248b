import CentralAPI
import Core

extension Registry {
    /// Applications of which staff hand out a paper, newest first. Every search stands in the audit: by what was looked for, never for whom.
    func find(_ query: StaffQuery, for caller: Session) async throws -> [StaffApplication] {
        let member = try caller.hallStaff()
        let now = world.now()
        return try await database.write { session in
            let hall = policy.hall(of: caller.kiosk)
            let found = try session.sought(query, in: hall, today: CivilDate(shanghai: now))
                .compactMap { try session.staffApplication($0) }
            let act = "staff \(member.number) searched by \(query.name): \(found.count) found"
            try session.audit(act, by: caller.kiosk, at: now)
            return found
        }
    }
}

extension StaffQuery {
    fileprivate var name: String {
        switch self {
        case .notice: "notice number"
        case .sheet: "sheet"
        case .person: "ID number"
        case .today, .day: "day"
        }
    }
}

extension SQLSession {
    fileprivate func sought(
        _ query: StaffQuery, in hall: [String], today: CivilDate
    ) throws -> [ApplicationID] {
        let rows =
            switch query {
            case .notice(let number):
                try rows("SELECT application FROM notices WHERE number = ?", number.description)
            case .sheet(let reference):
                try rows(
                    "SELECT application, content FROM notices WHERE number = ?", reference.number.description
                ).filter { try $0.json(AcceptanceNotice.self, "content").checkCode == reference.checkCode }
            case .person(let number):
                try rows(
                    """
                    SELECT applications.id AS application FROM applications
                    JOIN people ON people.id = applications.person
                    WHERE people.number = ? ORDER BY applications.updated_at DESC
                    """, number.text)
            case .today: try acceptances(in: hall, on: today)
            case .day(let day): try acceptances(in: hall, on: day)
            }
        return try rows.map { try $0.identifier("application") }
    }

    /// Filed at a kiosk of the hall, whoever accepted it; newest first.
    private func acceptances(in hall: [String], on day: CivilDate) throws -> [SQLRow] {
        let places = hall.map { _ in "?" }.joined(separator: ", ")
        let values: [any SQLConvertible] =
            [RegistrationEvent.Name.accept.rawValue, day.startInShanghai, day.adding(days: 1).startInShanghai] + hall
        return try rows(
            """
            SELECT history.application FROM history
            JOIN applications ON applications.id = history.application
            WHERE history.event = ? AND history.at >= ? AND history.at < ? AND applications.kiosk IN (\(places))
            ORDER BY history.at DESC
            """, values: values.map(\.sqlValue))
    }

    /// Nil for an application of which nothing is handed out.
    func staffApplication(_ id: ApplicationID) throws -> StaffApplication? {
        guard let registration = try application(id)?.registration, let (paper, since) = registration.handedOut else {
            return nil
        }
        return StaffApplication(
            id: id, kind: registration.kind, state: registration.state, paper: paper,
            noticeNumber: registration.acceptance?.number,
            maskedName: Masking.name(registration.applicant.identity.name),
            maskedIDNumber: registration.applicant.identity.number.masked,
            enterpriseName: registration.form.enterprise?.name ?? "", since: since,
            copies: try records(of: NumberedCopies(id, paper)))
    }
}
