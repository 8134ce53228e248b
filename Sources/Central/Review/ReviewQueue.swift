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

    /// Most urgent first where a deadline runs; else what changed last first.
    func queue(_ query: QueueQuery) async throws -> QueuePage {
        let records = try await database.read { try $0.applications(query) }
        let entries = records.map { QueueEntry($0, deadline: deadline(of: $0.registration)) }
        let sorted = entries.sorted { one, other in
            switch (one.deadline?.due, other.deadline?.due) {
            case (let one?, let other?) where one != other: one < other
            case (.some, nil): true
            case (nil, .some): false
            case (.some, .some): (one.updatedAt, one.id.description) < (other.updatedAt, other.id.description)
            case (nil, nil): (other.updatedAt, one.id.description) < (one.updatedAt, other.id.description)
            }
        }
        let first = query.page * Self.queuePage
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

extension SQLSession {
    fileprivate func applications(_ query: QueueQuery) throws -> [ApplicationRecord] {
        let states =
            switch query.scope {
            case .waiting: QueueQuery.waitingStates
            case .state(let state): [state]
            }
        let kinds = query.kind.map { [$0] } ?? RegistrationKind.allCases
        let marks = { (count: Int) in Array(repeating: "?", count: count).joined(separator: ", ") }
        return try rows(
            """
            SELECT * FROM applications
            WHERE was_signed = 1 AND state IN (\(marks(states.count))) AND kind IN (\(marks(kinds.count)))
            """, values: states.map { .text($0.rawValue) } + kinds.map { .text($0.rawValue) }
        ).map(ApplicationRecord.init)
    }
}
