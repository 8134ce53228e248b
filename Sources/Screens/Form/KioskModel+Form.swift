import Core
import Foundation
import Terminal

// The initial form. Every change goes to the kiosk's memory at once.
extension KioskModel {
    /// The form page over the visit's draft, with what the store knows filled in.
    mutating func openForm() -> [Command] {
        guard case .applicant(var visit) = visit, var draft = visit.draft else { return [] }
        switch draft.form {
        case .initial(let form):
            draft.form = .initial(visit.prefilled(form))
            visit.draft = draft
            self.visit = .applicant(visit)
            screen = .form(FormPage())
            return showPhoto()
        case .renewal, .cancellation:
            screen = .applicationList
        }
        return []
    }

    mutating func act(_ action: Action.FormPage) -> [Command] {
        guard case .form(let page) = screen, let form = initialForm, !isBusy else { return [] }
        switch action {
        case .editName:
            screen = .enterpriseName(EnterpriseName(before: form, page: page))
            return search(form.enterpriseName)
        case .editPhone:
            screen = .enterprisePhone(EnterprisePhone(before: form, page: page))
            return []
        case .verifyName: return verifyName()
        case .declare(let isDeclared): return change { $0.isDeclared = isDeclared }
        case .nextProblem: return goToProblem(page)
        case .save: return save()
        case .back:
            screen = .applicationList
            return []
        }
    }

    var initialForm: InitialForm? {
        guard case .applicant(let visit) = visit, case .initial(let form)? = visit.draft?.form else { return nil }
        return form
    }

    /// Changes the form, keeps it, and looks again at the problems that a save has shown.
    mutating func change(_ body: (inout InitialForm) -> Void) -> [Command] {
        guard case .applicant(var visit) = visit, var draft = visit.draft, var form = initialForm else { return [] }
        body(&form)
        draft.form = .initial(form)
        visit.draft = draft
        self.visit = .applicant(visit)
        if case .form(var page) = screen {
            if page.isChecked { page.problems = problems(of: form) }
            screen = .form(page)
        }
        return keep(draft)
    }

    mutating func keep(_ draft: Draft) -> [Command] {
        guard case .applicant(let visit) = visit else { return [] }
        return [errands.command(.keepDraft(draft, of: visit.identity.number), in: .keeping)]
    }

    private func problems(of form: InitialForm) -> [FormProblem] {
        guard case .applicant(let visit) = visit else { return [] }
        return visit.session.rules.problems(in: .initial(form), on: today)
    }

    private mutating func verifyName() -> [Command] {
        guard let form = initialForm, !form.enterpriseName.isEmpty else { return [] }
        return begin(.verifyEnterprise(name: form.enterpriseName))
    }

    mutating func takeEnterprise(_ result: Result<Enterprise, Trouble>) -> [Command] {
        guard case .form(var page) = screen else { return [] }
        switch result {
        case .success(let enterprise):
            page.verification = .notAsked
            screen = .form(page)
            return change {
                $0.enterprise = enterprise
                $0.enterpriseName = enterprise.name
            }
        case .failure(.store(.enterpriseUnknown)):
            page.verification = .unknownName
            screen = .form(page)
            return change { $0.enterprise = nil }
        case .failure(let trouble): return stumble(trouble)
        }
    }

    /// 保存: everything is checked at once, and every problem stands beside its field.
    private mutating func save() -> [Command] {
        guard case .applicant(let visit) = visit, let draft = visit.draft, let form = initialForm,
            case .form(var page) = screen
        else { return [] }
        page.problems = problems(of: form)
        page.isChecked = true
        screen = .form(page)
        guard page.problems.isEmpty else {
            notice = .formIncomplete(problems: page.problems.count)
            return []
        }
        screen = .filing(Filing(purpose: .save, since: now))
        return begin(.save(draft, visit.identity))
    }

    /// Fields that have a page of their own open it; the others are brought into view.
    private mutating func goToProblem(_ page: FormPage) -> [Command] {
        guard let form = initialForm, let problem = page.problems.first else { return [] }
        switch (problem.field, problem.rule) {
        case (.enterprise, .notVerified): attend(to: "form.verify")
        case (.enterprise, _):
            screen = .enterpriseName(EnterpriseName(before: form, page: page))
            return search(form.enterpriseName)
        case (.enterprisePhone, _): screen = .enterprisePhone(EnterprisePhone(before: form, page: page))
        case (.declaration, _): attend(to: "form.declaration")
        case (.photo, _): attend(to: "form.photo")
        case (.qualification, _), (.qualificationScan, _): attend(to: "form.qualification")
        case (.educationHours, _), (.educationProof, _): attend(to: "form.education")
        case (.reason, _), (.reasonText, _): break
        }
        return []
    }

    private mutating func attend(to node: NodeID) {
        attention = Attention(node: node, count: (attention?.count ?? 0) + 1)
    }
}

extension ApplicantVisit {
    /// The form with what the store's records say: photo and Shanghai qualification are not the person's to enter.
    func prefilled(_ form: InitialForm) -> InitialForm {
        var form = form
        if let photo { form.photo = photo }
        if let qualification = session.qualification { form.qualification = qualification }
        return form
    }
}
