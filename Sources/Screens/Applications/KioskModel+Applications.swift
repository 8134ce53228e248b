import Core
import Foundation
import Terminal

// 我的申请 and the choice of kind.
extension KioskModel {
    mutating func act(_ action: Action.ApplicationList) -> [Command] {
        switch (screen, action) {
        case (.applicationList, .new):
            screen = .kindChoice(KindChoice())
            return []
        case (.applicationList, .continueDraft): return continueDraft()
        case (.applicationList, .open(let id)), (.pendingList, .open(let id)): return open(id)
        case (.applicationList, .refresh), (.pendingList, .refresh): return refreshList()
        case (.pendingList, .showConfirmed): return showConfirmed()
        case (.pendingList, .showRename): return showRename()
        case (.applicationList, .showCertificates): return showCertificates()
        case (_, .new), (_, .continueDraft), (_, .open), (_, .refresh), (_, .showConfirmed), (_, .showRename),
            (_, .showCertificates):
            return []
        }
    }

    /// An enterprise that has something to seal gets the form at once, everybody else the story of the application.
    mutating func open(_ id: ApplicationID) -> [Command] {
        guard let token = visit.token, let status = visit.application(id), !isBusy else { return [] }
        if case .enterprise = visit, status.state == .personallySigned {
            screen = .review(FormReview(id: id))
        } else {
            screen = .detail(ApplicationDetail(id: id))
        }
        return begin(.loadRegistration(id, token))
    }

    /// What this kiosk keeps of the person: nothing, an unfinished form, or one whose entry the store has not answered.
    mutating func takeDraft(_ result: Result<Draft?, Trouble>) -> [Command] {
        guard case .applicant(var visit) = visit else { return [] }
        switch result {
        case .failure(let trouble): return stumble(trouble)
        case .success(let draft):
            visit.draft = draft
            self.visit = .applicant(visit)
            guard let draft else { return [] }
            if let entry = draft.pendingEntry {
                screen = .filing(Filing(purpose: .save, phase: .underWay(entry), since: now))
                return begin(.awaitReceipt(entry))
            }
            if case .kindChoice = screen { return openForm() }
            return []
        }
    }

    private mutating func continueDraft() -> [Command] {
        guard case .applicant(let visit) = visit, let draft = visit.draft, !isBusy else { return [] }
        guard let entry = draft.pendingEntry else { return openForm() }
        errands.drop(.receipt)
        screen = .filing(Filing(purpose: .save, phase: .underWay(entry), since: now))
        return begin(.awaitReceipt(entry))
    }

    mutating func act(_ action: Action.KindChoice) -> [Command] {
        guard case .kindChoice(let choice) = screen, !isBusy else { return [] }
        switch action {
        case .back:
            screen = .applicationList
            return []
        case .change:
            screen = .changeGuide
            return []
        case .choose(let kind): return choose(kind)
        case .confirmReplacing(let isConfirmed):
            guard let kind = choice.asksBeforeReplacing else { return [] }
            screen = .kindChoice(KindChoice())
            return isConfirmed ? beginForm(kind, reason: nil) : []
        }
    }

    /// - Parameter reason: why somebody who was sent here from elsewhere cancels.
    mutating func choose(_ kind: RegistrationKind, reason: CancellationForm.Reason? = nil) -> [Command] {
        guard barrier(to: kind) == nil else { return [] }
        guard let draft = visit.draft else { return beginForm(kind, reason: reason) }
        if draft.form.kind == kind || draft.pendingEntry != nil { return continueDraft() }
        screen = .kindChoice(KindChoice(asksBeforeReplacing: kind))
        return []
    }

    private mutating func beginForm(_ kind: RegistrationKind, reason: CancellationForm.Reason?) -> [Command] {
        guard case .applicant(let visit) = visit else { return [] }
        let form: ApplicationForm =
            switch kind {
            case .initial: .initial(InitialForm())
            case .renewal: .renewal(RenewalForm(enterprise: nil))
            case .cancellation: .cancellation(CancellationForm(enterprise: nil, reason: reason))
            }
        return begin(.beginDraft(visit.prefilled(form), of: visit.identity.number))
    }

    /// Why a kind cannot be chosen now.
    func barrier(to kind: RegistrationKind) -> KindOffer.Reason? {
        guard case .applicant(let visit) = visit else { return nil }
        return visit.offer(of: kind).reason
    }
}

// MARK: One application

extension KioskModel {
    mutating func takeRegistration(_ result: Result<Registration, Trouble>) -> [Command] {
        switch (screen, result) {
        case (.detail(var detail), .success(let registration)):
            if detail.registration?.shownPaper != registration.shownPaper { detail.typeset = nil }
            detail.registration = registration
            screen = .detail(detail)
            visit.record(ApplicationStatus(registration, updatedAt: visit.application(detail.id)?.updatedAt ?? now))
            return detail.typeset == nil ? showPaper(registration) : []
        case (.review(var review), .success(let registration)):
            review.registration = registration
            screen = .review(review)
            return showSignedForm(registration)
        case (.filing(let filing), .success(let registration)):
            guard case .opening = filing.phase else { return [] }
            return openPreview(registration)
        case (.filing(var filing), .failure(let trouble)):
            guard case .opening = filing.phase else { return stumble(trouble) }
            filing.phase = .failed(trouble, filed: nil)
            screen = .filing(filing)
            return []
        case (_, .failure(let trouble)): return stumble(trouble)
        case (_, .success): return []
        }
    }

    /// The feed has told of something newer than the application that is open: it is read again, unseen.
    mutating func catchUp() -> [Command] {
        guard case .detail(let detail) = screen, let shown = detail.registration, let token = visit.token, !isBusy,
            let status = visit.application(detail.id), status.revision > shown.revision
        else { return [] }
        return [errands.command(.loadRegistration(detail.id, token), in: .refresh)]
    }

    /// - Returns: what follows when the application that is open is still the one that was read again.
    mutating func takeNews(_ result: Result<Registration, Trouble>) -> [Command] {
        guard case .detail(let detail) = screen, case .success(let registration) = result,
            registration.id == detail.id
        else { return [] }
        return takeRegistration(result)
    }

    mutating func act(_ action: Action.ApplicationDetail) -> [Command] {
        guard case .detail(var detail) = screen, let token = visit.token, !isBusy else { return [] }
        switch action {
        case .back: return backToList()
        case .retry: return begin(.loadRegistration(detail.id, token))
        case .sign:
            guard let registration = detail.registration, registration.state == .saved else { return [] }
            return openPreview(registration)
        case .edit:
            guard let registration = detail.registration, mayEdit(registration) else { return [] }
            guard registration.papers.contains(where: { !$0.isVoid }) else { return edit(registration) }
            detail.asksBeforeEdit = true
            screen = .detail(detail)
            return []
        case .confirmEdit(let isConfirmed):
            guard detail.asksBeforeEdit else { return [] }
            detail.asksBeforeEdit = false
            screen = .detail(detail)
            guard isConfirmed, let registration = detail.registration else { return [] }
            return edit(registration)
        case .withdraw:
            guard let registration = detail.registration, mayWithdraw(registration) else { return [] }
            detail.asksBeforeWithdrawal = true
            screen = .detail(detail)
            return []
        case .confirmWithdrawal(let isConfirmed):
            guard detail.asksBeforeWithdrawal else { return [] }
            detail.asksBeforeWithdrawal = false
            screen = .detail(detail)
            return isConfirmed ? withdraw(detail.id) : []
        case .print:
            return startPrinting(detail.id)
        case .look(let action):
            detail.look.take(action, of: detail.typeset?.pictures.count ?? 0)
            screen = .detail(detail)
            return []
        case .takeAlong:
            guard let paper = detail.registration?.standingPaper(.sealedForm) else { return [] }
            return takeAlong(.application(detail, paper.digest))
        case .printDecision:
            return detail.registration?.decisionPaper.map { startPrinting($0) } ?? []
        }
    }

    mutating func withdraw(_ id: ApplicationID) -> [Command] {
        screen = .filing(Filing(purpose: .withdrawal(id), since: now))
        return begin(.withdraw(id))
    }

    mutating func backToList() -> [Command] {
        switch visit {
        case .none: return []
        case .applicant: screen = .applicationList
        case .enterprise(let visit): screen = visit.confirmedSearch == nil ? .pendingList : .confirmedList
        case .corner: return showStaffHome()
        }
        return []
    }

    /// Only the applicant, only before acceptance.
    func mayEdit(_ registration: Registration) -> Bool {
        guard case .applicant = visit else { return false }
        return Registration.destination(from: registration.state, on: .edit, kind: registration.kind) != nil
    }

    /// Only the applicant, in any state before acceptance.
    func mayWithdraw(_ registration: Registration) -> Bool {
        guard case .applicant = visit else { return false }
        return Registration.destination(from: registration.state, on: .withdraw, kind: registration.kind) != nil
    }

    /// Manual, initial registration 9: what was signed is void when the form is saved again.
    mutating func edit(_ registration: Registration) -> [Command] {
        guard case .applicant(var visit) = visit else { return [] }
        if visit.draft?.applicationID == registration.id { return continueDraft() }
        let draft = Draft(applicationID: registration.id, form: registration.form)
        visit.draft = draft
        self.visit = .applicant(visit)
        return openForm() + keep(draft)
    }
}

extension Registration {
    /// What the office has told the applicant in writing, besides the acceptance.
    var decisionPaper: PaperRequest? {
        switch state {
        case .correctionRequired: .correction(id)
        case .notAccepted: .nonAcceptance(id)
        case .draft, .saved, .personallySigned, .returnedByEnterprise, .sealed, .accepted, .inReview, .approved,
            .refused, .collected, .withdrawn, .cancelled:
            nil
        }
    }
}
