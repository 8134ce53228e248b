package import Foundation

/// One application from draft to its end: a value with an enum state. Kiosk and central store run this same code;
/// the store is the authority.
package struct Registration: Hashable, Sendable, Codable {
    package let id: ApplicationID
    package let applicant: Applicant
    package private(set) var form: ApplicationForm
    package private(set) var state: RegistrationState
    /// Counts transitions; the store refuses an event made against another revision.
    package private(set) var revision: Int
    /// Every signed file that ever was, oldest first; at most one of each kind is not void.
    package private(set) var papers: [SignedPaper]
    package private(set) var acceptance: AcceptanceDecision?
    package private(set) var history: [Transition]

    /// One step of the history: who, when, why, to which state.
    package struct Transition: Hashable, Sendable, Codable {
        package let event: RegistrationEvent.Name
        package let actor: Actor
        package let at: Date
        package let reason: String?
        package let from: RegistrationState
        package let to: RegistrationState
        package let revision: Int
    }

    /// A fresh draft; nothing is filed until it is saved.
    package init(id: ApplicationID, applicant: Applicant, form: ApplicationForm) {
        self.id = id
        self.applicant = applicant
        self.form = form
        state = .draft
        revision = 0
        papers = []
        acceptance = nil
        history = []
    }

    package var kind: RegistrationKind { form.kind }

    /// The newest paper that still stands, of that kind.
    package func standingPaper(_ kind: SignedPaper.Kind) -> SignedPaper? {
        papers.last { $0.kind == kind && !$0.isVoid }
    }

    /// Applies one event, or refuses it and changes nothing.
    ///
    /// - Returns: what the world must do now, in order. The caller carries the effects out in the same transaction
    ///   that stores the new value.
    package mutating func apply(
        _ event: RegistrationEvent, by actor: Actor, at now: Date
    ) throws(Refusal) -> [Effect] {
        try checkMay(actor, event)
        guard let next = Self.destination(from: state, on: event.name, kind: kind) else {
            throw .notPossible(event: event.name, state: state)
        }
        let effects = try carryOut(event, at: now)
        history.append(
            Transition(
                event: event.name, actor: actor, at: now, reason: event.reason, from: state, to: next,
                revision: revision + 1))
        state = next
        revision += 1
        return effects
    }

    private func checkMay(_ actor: Actor, _ event: RegistrationEvent) throws(Refusal) {
        guard event.name.permittedRoles.contains(actor.role) else {
            throw .notYours(role: actor.role, event: event.name)
        }
        if case .enterprise(let code) = actor, form.enterprise?.code != code { throw .otherEnterprise }
        if let reason = event.reason, reason.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty {
            throw .reasonMissing
        }
    }

    private mutating func carryOut(_ event: RegistrationEvent, at now: Date) throws(Refusal) -> [Effect] {
        switch event {
        case .edit(let newForm):
            guard newForm.kind == kind else { throw .otherKind }
            form = newForm
            return voidPapers()
        case .save:
            return []
        case .signPersonally(let paper):
            guard paper.kind == .personallySignedForm, !paper.isVoid else { throw .wrongPaper }
            papers.append(paper)
            return [.notifyEnterprise]
        case .seal(let paper):
            guard paper.kind == .sealedForm, !paper.isVoid else { throw .wrongPaper }
            papers.append(paper)
            return kind == .cancellation ? [.endRegistration, .issueNotice] : [.requestAcceptance]
        case .returnToApplicant, .requireCorrection:
            return voidPapers() + [.notifyApplicant]
        case .accept(let decision):
            acceptance = decision
            return [.notifyApplicant]
        case .declineAcceptance, .refuse:
            return [.notifyApplicant]
        case .approve:
            return [.issueCertificate, .notifyApplicant]
        case .withdraw:
            return voidPapers()
        case .beginReview, .collect:
            return []
        }
    }

    private mutating func voidPapers() -> [Effect] {
        let standing = papers.filter { !$0.isVoid }.map(\.digest)
        for index in papers.indices { papers[index].isVoid = true }
        return standing.isEmpty ? [] : [.voidPapers(standing)]
    }
}

extension Registration {
    /// What a transition asks of the world.
    package enum Effect: Hashable, Sendable {
        case notifyEnterprise
        case notifyApplicant
        case voidPapers([PaperDigest])
        /// Sealed and complete: accept now, or queue for a reviewer, by the store's setting.
        case requestAcceptance
        /// A sealed cancellation: its notice is issued although there is no further decision.
        case issueNotice
        /// The registration ends and its certificate is void.
        case endRegistration
        case issueCertificate
    }

    /// Why an event was not applied. Nothing has changed then.
    package enum Refusal: Error, Hashable, Sendable, Codable {
        case notPossible(event: RegistrationEvent.Name, state: RegistrationState)
        case notYours(role: Actor.Role, event: RegistrationEvent.Name)
        case otherEnterprise
        case otherKind
        case wrongPaper
        case reasonMissing
    }

    /// The table of the machine: nil where the event is not possible.
    package static func destination(
        from state: RegistrationState, on event: RegistrationEvent.Name, kind: RegistrationKind
    ) -> RegistrationState? {
        switch (state, event) {
        case (.draft, .edit), (.saved, .edit), (.personallySigned, .edit), (.returnedByEnterprise, .edit),
            (.sealed, .edit), (.correctionRequired, .edit):
            .draft
        case (.draft, .save): .saved
        case (.saved, .signPersonally): .personallySigned
        case (.personallySigned, .returnToApplicant): .returnedByEnterprise
        case (.personallySigned, .seal): kind == .cancellation ? .cancelled : .sealed
        case (.sealed, .accept): .accepted
        case (.cancelled, .accept): kind == .cancellation ? .cancelled : nil
        case (.sealed, .requireCorrection): .correctionRequired
        case (.sealed, .declineAcceptance): .notAccepted
        case (.accepted, .beginReview): .inReview
        case (.inReview, .approve): .approved
        case (.inReview, .refuse): .refused
        case (.approved, .collect): .collected
        case (.draft, .withdraw), (.saved, .withdraw), (.personallySigned, .withdraw),
            (.returnedByEnterprise, .withdraw), (.sealed, .withdraw), (.correctionRequired, .withdraw):
            .withdrawn
        case (.draft, _), (.saved, _), (.personallySigned, _), (.returnedByEnterprise, _), (.sealed, _),
            (.correctionRequired, _), (.notAccepted, _), (.accepted, _), (.inReview, _), (.approved, _),
            (.refused, _), (.collected, _), (.withdrawn, _), (.cancelled, _):
            nil
        }
    }
}
