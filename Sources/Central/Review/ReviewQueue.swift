import Core
import Foundation

/// What a reviewer's list shows.
struct QueueQuery: Hashable, Sendable {
    enum Scope: Hashable, Sendable {
        /// Everything that waits for a reviewer.
        case waiting
        case state(RegistrationState)
    }

    var scope = Scope.waiting
    var kind: RegistrationKind?
    /// Of pages of `Registry.queuePage`, from 0.
    var page = 0

    /// States that a list can be narrowed to: from the seal on, an application is the office's business.
    static let states: [RegistrationState] = [
        .sealed, .accepted, .inReview, .correctionRequired, .approved, .collected, .notAccepted, .refused, .cancelled,
    ]
    static let waitingStates: [RegistrationState] = [.sealed, .accepted, .inReview]
}

/// One line of the list: no name and no number of a person in full.
struct QueueEntry: Hashable, Sendable {
    let id: ApplicationID
    let kind: RegistrationKind
    let state: RegistrationState
    let noticeNumber: NoticeNumber?
    let maskedName: String
    let maskedIDNumber: String
    let enterpriseName: String
    let updatedAt: Date
    let deadline: Deadline?
}

struct QueuePage: Hashable, Sendable {
    let entries: [QueueEntry]
    let total: Int
}

extension Registry {
    static let queuePage = 50

    /// Most urgent first where a deadline runs: those are few, and their order is the calendar's. What is over is many
    /// years' work, and stands as it changed, the newest first.
    func queue(_ query: QueueQuery) async throws -> QueuePage {
        let first = query.page * Self.queuePage
        guard query.isWaiting else {
            return try await database.read { session in
                let records = try session.applications(
                    query, "ORDER BY updated_at DESC, id LIMIT ? OFFSET ?",
                    [.integer(Self.queuePage), .integer(first)])
                return QueuePage(
                    entries: records.map { QueueEntry($0, deadline: nil) }, total: try session.count(query))
            }
        }
        let records = try await database.read { try $0.applications(query, "", []) }
        let entries = records.map { QueueEntry($0, deadline: deadline(of: $0.registration)) }
        let sorted = entries.sorted { $0.urgency < $1.urgency }
        return QueuePage(
            entries: Array(sorted.dropFirst(first).prefix(Self.queuePage)), total: entries.count)
    }

    /// Under this notice number, in whatever state.
    func queueEntry(numbered number: NoticeNumber) async throws -> QueueEntry? {
        let record = try await database.read { session in
            try session.row("SELECT application FROM notices WHERE number = ?", number.description)
                .flatMap { try session.application($0.identifier("application")) }
        }
        return record.map { QueueEntry($0, deadline: deadline(of: $0.registration)) }
    }
}

extension QueueEntry {
    /// By the last day, then by who has waited longest; the identifier makes the order the same at every look.
    fileprivate var urgency: (String, Date, String) {
        (deadline?.due.description ?? "9999-12-31", updatedAt, id.description)
    }

    fileprivate init(_ record: ApplicationRecord, deadline: Deadline?) {
        let registration = record.registration
        self.init(
            id: registration.id, kind: registration.kind, state: registration.state,
            noticeNumber: registration.acceptance?.number,
            maskedName: Masking.name(registration.applicant.identity.name),
            maskedIDNumber: registration.applicant.identity.number.masked,
            enterpriseName: registration.form.enterprise?.name ?? "", updatedAt: record.updatedAt, deadline: deadline)
    }
}

extension QueueQuery {
    fileprivate var states: [RegistrationState] {
        switch scope {
        case .waiting: Self.waitingStates
        case .state(let state): [state]
        }
    }

    fileprivate var isWaiting: Bool { states.allSatisfy(Self.waitingStates.contains) }

    fileprivate var condition: (sql: String, values: [SQLValue]) {
        let kinds = kind.map { [$0] } ?? RegistrationKind.allCases
        let marks = { (count: Int) in Array(repeating: "?", count: count).joined(separator: ", ") }
        return (
            "was_signed = 1 AND state IN (\(marks(states.count))) AND kind IN (\(marks(kinds.count)))",
            states.map { .text($0.rawValue) } + kinds.map { .text($0.rawValue) }
        )
    }
}

extension SQLSession {
    fileprivate func applications(
        _ query: QueueQuery, _ order: String, _ values: [SQLValue]
    ) throws -> [ApplicationRecord] {
        let condition = query.condition
        return try rows(
            "SELECT * FROM applications WHERE \(condition.sql) \(order)", values: condition.values + values
        ).map(ApplicationRecord.init)
    }

    fileprivate func count(_ query: QueueQuery) throws -> Int {
        let condition = query.condition
        return try rows(
            "SELECT COUNT(*) AS total FROM applications WHERE \(condition.sql)", values: condition.values
        ).first?.integer("total") ?? 0
    }
}
