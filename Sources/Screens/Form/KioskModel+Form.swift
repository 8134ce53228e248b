import Core
import Foundation
import Terminal

// The form page, whatever the kind. Every change goes to the kiosk's memory at once.
extension KioskModel {
    /// The form page over the visit's draft, with what the store knows filled in.
    mutating func openForm() -> [Command] {
        guard case .applicant(var visit) = visit, var draft = visit.draft else { return [] }
        draft.form = visit.prefilled(draft.form)
        visit.draft = draft
        self.visit = .applicant(visit)
        screen = .form(FormPage())
        return showPhoto()
    }

    mutating func act(_ action: Action.FormPage) -> [Command] {
        guard case .form(let page) = screen, let form = draftForm, !isBusy else { return [] }
        switch action {
        case .editName: return editName(page)
        case .editPhone: return editPhone(page)
        case .editHours: return editHours(page)
        case .editProvince: return editProvince(page)
        case .editQualificationNumber: return editQualificationNumber(page)
        case .editQualificationDate: return editQualificationDate(page)
        case .attach(let kind): return chooseSource(kind, page)
        case .chooseReason(let reason): return changeCancellation { $0.reason = reason }
        case .editReason: return editReason(page)
        case .verifyName: return verifyName()
        case .declare(let isDeclared): return changeForm { $0.isDeclared = isDeclared }
        case .nextProblem: return goToProblem(page)
        case .save: return save(form)
        case .back:
            screen = .applicationList
            return []
        }
    }

    var draftForm: ApplicationForm? { visit.draft?.form }

    var initialForm: InitialForm? {
        if case .initial(let form)? = draftForm { form } else { nil }
    }

    /// Changes the form, keeps it, and looks again at the problems that a save has shown.
    mutating func changeForm(_ body: (inout ApplicationForm) -> Void) -> [Command] {
        guard case .applicant(var visit) = visit, var draft = visit.draft else { return [] }
        body(&draft.form)
        visit.draft = draft
        self.visit = .applicant(visit)
        if case .form(var page) = screen {
            if page.isChecked { page.problems = problems(of: draft.form) }
            screen = .form(page)
        }
        return keep(draft)
    }

    mutating func change(_ body: (inout InitialForm) -> Void) -> [Command] {
        guard var form = initialForm else { return [] }
        body(&form)
        return changeForm { $0 = .initial(form) }
    }

    mutating func keep(_ draft: Draft) -> [Command] {
        guard case .applicant(let visit) = visit else { return [] }
        return [errands.command(.keepDraft(draft, of: visit.identity.number), in: .keeping)]
    }

    func problems(of form: ApplicationForm) -> [FormProblem] {
        guard case .applicant(let visit) = visit else { return [] }
        return visit.session.rules.problems(in: form, on: today)
    }

    private mutating func editName(_ page: FormPage) -> [Command] {
        guard let form = initialForm else { return [] }
        screen = .enterpriseName(EnterpriseName(before: form, page: page))
        return search(form.enterpriseName)
    }

    private mutating func editPhone(_ page: FormPage) -> [Command] {
        guard let phone = draftForm?.enterprisePhone else { return [] }
        screen = .enterprisePhone(EnterprisePhone(before: phone, page: page))
        return []
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
    private mutating func save(_ form: ApplicationForm) -> [Command] {
        guard case .applicant(let visit) = visit, let draft = visit.draft, case .form(var page) = screen
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
        guard let problem = page.problems.first else { return [] }
        switch (problem.field, problem.rule) {
        case (.enterprise, .notVerified): attend(to: "form.verify")
        case (.enterprise, _): return editName(page)
        case (.enterprisePhone, _): return editPhone(page)
        case (.declaration, _): attend(to: "form.declaration")
        case (.photo, _): return chooseSource(.photo, page)
        case (.qualificationScan, _): return chooseSource(.qualificationScan, page)
        case (.educationProof, _): return chooseSource(.educationProof, page)
        case (.qualification, _): return mendQualification(page)
        case (.educationHours, _): return editHours(page)
        case (.reason, _): attend(to: "form.reason")
        case (.reasonText, _): return editReason(page)
        }
        return []
    }

    /// What of a typed certificate is missing first.
    private mutating func mendQualification(_ page: FormPage) -> [Command] {
        guard let typed = initialForm?.typed else {
            attend(to: "form.qualification")
            return []
        }
        if typed.province == nil { return editProvince(page) }
        return typed.number.isBlank ? editQualificationNumber(page) : editQualificationDate(page)
    }

    private mutating func attend(to node: NodeID) {
        attention = Attention(node: node, count: (attention?.count ?? 0) + 1)
    }
}

extension ApplicantVisit {
    /// The form with what the store's records say: photo, Shanghai qualification and the employer on the certificate are
    /// not the person's to enter.
    func prefilled(_ form: ApplicationForm) -> ApplicationForm {
        switch form {
        case .initial(let form): .initial(prefilled(form))
        case .renewal(let form): .renewal(prefilled(form))
        case .cancellation(let form): .cancellation(prefilled(form))
        }
    }

    private func prefilled(_ form: InitialForm) -> InitialForm {
        var form = form
        if form.photo == nil { form.photo = photo }
        if let qualification = session.qualification {
            form.qualification = qualification
            form.typed = nil
        } else if form.typed == nil {
            form.typed = form.qualification.flatMap(TypedQualification.init) ?? TypedQualification()
        }
        return form
    }

    private func prefilled(_ form: RenewalForm) -> RenewalForm {
        var form = form
        if form.photo == nil { form.photo = photo }
        if let certificate = session.certificate { form.enterprise = certificate.enterprise }
        return form
    }

    private func prefilled(_ form: CancellationForm) -> CancellationForm {
        var form = form
        if form.photo == nil { form.photo = photo }
        if let certificate = session.certificate { form.enterprise = certificate.enterprise }
        return form
    }
}
