import Core
import Foundation

/// An application as the store keeps it: the value, and what lists and searches need beside it.
struct ApplicationRecord: Sendable {
    var registration: Registration
    let person: PersonID
    let createdAt: Date
    var updatedAt: Date

    var status: ApplicationStatus { ApplicationStatus(registration, updatedAt: updatedAt) }

    /// An employer sees an application from the personal signature on: what was never signed is the person's own.
    var wasSigned: Bool { registration.history.contains { $0.event == .signPersonally } }

    func isVisible(to subject: Session.Subject) -> Bool {
        switch subject {
        case .applicant(let id): person == id
        case .enterprise(let code): registration.form.enterprise?.code == code && wasSigned
        // Staff see what `StaffApplication` shows, and nothing through the applicants' endpoints.
        case .staff: false
        }
    }
}

extension SQLSession {
    func application(_ id: ApplicationID) throws -> ApplicationRecord? {
        try row("SELECT * FROM applications WHERE id = ?", id).map(ApplicationRecord.init)
    }

    /// Newest first.
    func applications(of subject: Session.Subject) throws -> [ApplicationRecord] {
        let order = "ORDER BY created_at DESC, id"
        return switch subject {
        case .applicant(let id):
            try rows("SELECT * FROM applications WHERE person = ? \(order)", id).map(ApplicationRecord.init)
        case .enterprise(let code):
            try rows(
                "SELECT * FROM applications WHERE enterprise_code = ? AND was_signed = 1 \(order)", code
            ).map(ApplicationRecord.init)
        case .staff: []
        }
    }

    /// The application that this person has under way, besides `other`.
    func openApplication(of person: PersonID, besides other: ApplicationID) throws -> Registration? {
        try row("SELECT content FROM applications WHERE person = ? AND is_open = 1 AND id <> ?", person, other)?
            .json(Registration.self, "content")
    }

    func keep(_ record: ApplicationRecord, kiosk: String) throws {
        let registration = record.registration
        try run(
            """
            INSERT INTO applications
                (id, person, kiosk, is_open, was_signed, enterprise_code, state, kind, content, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                state = excluded.state, is_open = excluded.is_open, was_signed = excluded.was_signed,
                enterprise_code = excluded.enterprise_code, content = excluded.content,
                updated_at = excluded.updated_at
            """, registration.id, record.person, kiosk, registration.state.isOpen, record.wasSigned,
            registration.form.enterprise?.code, registration.state.rawValue, registration.kind.rawValue,
            JSONColumn(registration), record.createdAt, record.updatedAt)
    }
}

extension ApplicationRecord {
    init(_ row: SQLRow) throws {
        registration = try row.json(Registration.self, "content")
        person = try row.identifier("person")
        createdAt = try row.date("created_at")
        updatedAt = try row.date("updated_at")
    }
}
