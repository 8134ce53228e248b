package import Foundation

/// One application from draft to its end: a value with an enum state. Kiosk and central store run this same code;
/// the store is the authority.
package struct Registration: Hashable, Sendable {
    package let id: ApplicationID
    package let applicant: Applicant
    package private(set) var form: ApplicationForm
    package private(set) var state: RegistrationState
    /// Counts transitions: a list tells an old view from a new one by it.
    package var revision: Int { history.count }
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
        /// 补正: the list, item by item; nil for every other event. `reason` holds them in one line.
        package let items: [String]?
        package let from: RegistrationState
        package let to: RegistrationState
        package let revision: Int
    }

    /// A fresh draft; nothing is filed until it is saved.
    package init(id: ApplicationID, applicant: Applicant, form: ApplicationForm) {
        self.init(id: id, applicant: applicant, form: form, state: .draft, papers: [], acceptance: nil, history: [])
    }

    /// For decoding only, which checks what it has built.
    init(
        id: ApplicationID, applicant: Applicant, form: ApplicationForm, state: RegistrationState,
        papers: [SignedPaper], acceptance: AcceptanceDecision?, history: [Transition]
    ) {
        self.id = id
        self.applicant = applicant
        self.form = form
        self.state = state
        self.papers = papers
        self.acceptance = acceptance
        self.history = history
    }

    package var kind: RegistrationKind { form.kind }

    /// What the store or the employer said that the applicant has still to mend or read: the newest reason since the
    /// form was last saved.
    package var reasonToMend: String? {
        history.reversed().prefix { $0.event != .save }.first { $0.reason != nil }?.reason
    }

    /// 补正: everything that has still to be mended, item by item; empty when nothing is asked for.
    package var itemsToMend: [String] {
        history.reversed().prefix { $0.event != .save }.first { $0.reason != nil }?.items ?? []
    }

    /// When the form was last saved, by the store's clock: the creation date of its PDF, so that kiosk and store set the
    /// same bytes. Nil for a draft that was never saved.
    package var savedAt: Date? { history.last { $0.event == .save }?.at }

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
        if case .accept = event, acceptance != nil { throw .notPossible(event: .accept, state: state) }
        let effects = try carryOut(event, at: now)
        history.append(
            Transition(
                event: event.name, actor: actor, at: now, reason: event.reason, items: event.items, from: state,
                to: next, revision: revision + 1))
        state = next
        return effects
    }

    private func checkMay(_ actor: Actor, _ event: RegistrationEvent) throws(Refusal) {
        guard event.name.permittedRoles.contains(actor.role) else {
            throw .notYours(role: actor.role, event: event.name)
        }
        if case .enterprise(let code) = actor, form.enterprise?.code != code { throw .otherEnterprise }
        if let reason = event.reason, reason.isBlank {
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
            try checkFresh(paper, .personallySignedForm)
            papers.append(paper)
            return [.notifyEnterprise]
        case .seal(let paper):
            try checkFresh(paper, .sealedForm)
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

    /// A voided paper does not come back: what has been signed once is not handed in again.
    private func checkFresh(_ paper: SignedPaper, _ kind: SignedPaper.Kind) throws(Refusal) {
        guard paper.kind == kind, !paper.isVoid, !papers.contains(where: { $0.digest == paper.digest }) else {
            throw .wrongPaper
        }
    }

    private mutating func voidPapers() -> [Effect] {
        let standing = papers.filter { !$0.isVoid }.map(\.digest)
        for index in papers.indices { papers[index].isVoid = true }
        return standing.isEmpty ? [] : [.voidPapers(standing)]
    }
}
