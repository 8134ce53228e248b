import Core
import Foundation

extension Registry {
    /// Where a reviewer's acts happen, as history and audit name it.
    static let backOffice = "back-office"

    /// Carries out one act in one transaction: application, history, notice or certificate, message, change feed and
    /// audit, or nothing but the audit of a refusal.
    /// - Parameter revision: of the application as the reviewer saw it.
    func act(
        _ act: ReviewAct, on id: ApplicationID, at revision: Int, by reviewer: Reviewer
    ) async throws -> Result<ApplicationStatus, ReviewRefusal> {
        let outcome = try await database.write { [self] session in
            let now = world.now()
            let outcome = try settle(act, on: id, at: revision, by: reviewer, now, in: session)
            let word = if case .success = outcome { "applied" } else { "refused" }
            try session.audit("\(act.name.rawValue) \(id) \(word)", by: reviewer.actor, at: now)
            return outcome
        }
        await bells.changes.ring()
        await bells.messages.ring()
        return outcome
    }

    private func settle(
        _ act: ReviewAct, on id: ApplicationID, at revision: Int, by reviewer: Reviewer, _ now: Date,
        in session: some SQLSession
    ) throws -> Result<ApplicationStatus, ReviewRefusal> {
        try session.run("SAVEPOINT review")
        do {
            guard var record = try session.application(id), record.wasSigned else {
                throw ReviewRefusal.applicationUnknown
            }
            guard record.registration.revision == revision else {
                throw ReviewRefusal.overtaken(
                    by: record.registration.history.last, state: record.registration.state)
            }
            let conclusion = Conclusion(
                registry: self, session: session, now: now, place: Self.backOffice, entry: EntryID(world.uuid()))
            let actor = Actor.reviewer(id: reviewer.id)
            let event = try conclusion.event(of: act, on: record.registration)
            let effects = try record.apply(event, by: actor, at: now)
            let status = try conclusion.conclude(record, from: revision, effects, pdf: nil)
            try session.run("RELEASE review")
            return .success(status)
        } catch let refusal as ReviewRefusal {
            try undo(in: session)
            return .failure(refusal)
        } catch let refusal as EntryRefusal {
            try undo(in: session)
            return .failure(.entry(refusal))
        }
    }

    private func undo(in session: some SQLSession) throws {
        try session.run("ROLLBACK TO review")
        try session.run("RELEASE review")
    }
}

extension Conclusion {
    /// A number is taken for an acceptance only where one is possible.
    fileprivate func event(of act: ReviewAct, on registration: Registration) throws -> RegistrationEvent {
        guard act.name.isPossible(in: registration) else {
            throw EntryRefusal.transition(.notPossible(event: act.name.event, state: registration.state))
        }
        return switch act {
        case .accept: .accept(try issueNumber())
        case .requireCorrection(let items): .requireCorrection(items: items)
        case .decline(let reason): .declineAcceptance(reason: reason)
        case .beginReview: .beginReview
        case .approve: .approve
        case .refuse(let reason): .refuse(reason: reason)
        }
    }
}
