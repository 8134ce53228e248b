import Core
import Foundation
import Terminal

// 我的申请 and the choice of kind.
extension KioskModel {
    mutating func act(_ action: Action.ApplicationList) -> [Command] {
        switch (screen, action) {
        case (.applicationList, .new):
            screen = .kindChoice
            return []
        case (.applicationList, .continueDraft): return continueDraft()
        case (.applicationList, .open(let id)), (.pendingList, .open(let id)): return open(id)
        case (.applicationList, .refresh), (.pendingList, .refresh): return refreshList()
        case (_, .new), (_, .continueDraft), (_, .open), (_, .refresh): return []
        }
    }

    /// An enterprise that has something to seal gets the form at once, everybody else the story of the application.
    private mutating func open(_ id: ApplicationID) -> [Command] {
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
        guard case .kindChoice = screen, case .applicant(let visit) = visit, !isBusy else { return [] }
        switch action {
        case .back:
            screen = .applicationList
            return []
        case .choose(let kind):
            guard barrier(to: kind) == nil else { return [] }
            if visit.draft != nil { return continueDraft() }
            return begin(.beginDraft(.initial(visit.prefilled(InitialForm())), of: visit.identity.number))
        }
    }

    /// Why a kind cannot be chosen here and now.
    func barrier(to kind: RegistrationKind) -> KindBarrier? {
        guard case .applicant(let visit) = visit else { return nil }
        if let reason = visit.offer(of: kind).reason { return .notOffered(reason) }
        switch kind {
        case .initial: return nil
        case .renewal, .cancellation: return .notAtThisKiosk
        }
    }
}

enum KindBarrier: Hashable, Sendable {
    case notOffered(KindOffer.Reason)
    case notAtThisKiosk
}

// MARK: One application

extension KioskModel {
    mutating func takeRegistration(_ result: Result<Registration, Trouble>) -> [Command] {
        switch (screen, result) {
        case (.detail(var detail), .success(let registration)):
            detail.registration = registration
            screen = .detail(detail)
            visit.record(ApplicationStatus(registration, updatedAt: visit.application(detail.id)?.updatedAt ?? now))
            return []
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
        case .print:
            return startPrinting(detail.id)
        }
    }

    mutating func backToList() -> [Command] {
        switch visit {
        case .none: return []
        case .applicant: screen = .applicationList
        case .enterprise: screen = .pendingList
        case .corner: return showStaffHome()
        }
        return []
    }

    /// Only the applicant, only before acceptance, only forms that this kiosk has a page for.
    func mayEdit(_ registration: Registration) -> Bool {
        guard case .applicant = visit, registration.kind == .initial else { return false }
        return Registration.destination(from: registration.state, on: .edit, kind: registration.kind) != nil
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
