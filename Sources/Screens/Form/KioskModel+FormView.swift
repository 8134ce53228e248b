import Core
import Terminal

private typealias Words = ApplicationText

extension KioskModel {
    func formPage(_ page: FormPage, _ layout: Layout) -> Page {
        guard case .applicant(let visit) = visit, let form = draftForm else {
            return Page(title: t(Words.formTitle), content: .empty)
        }
        return switch form {
        case .initial(let form): initialPage(form, visit, page, layout)
        case .renewal(let form): renewalPage(form, visit, page, layout)
        case .cancellation(let form): cancellationPage(form, visit, page, layout)
        }
    }

    private func initialPage(
        _ form: InitialForm, _ visit: ApplicantVisit, _ page: FormPage, _ layout: Layout
    ) -> Page {
        formPage(
            .formTitle,
            .column(gap: layout.fieldGap) {
                enterpriseFields(form, page, layout)
                declarationTick(.initial(form), page)
                records(form, visit, page)
                person(visit, layout)
            })
    }

    // MARK: What the person enters

    private func enterpriseFields(_ form: InitialForm, _ page: FormPage, _ layout: Layout) -> ScreenView {
        .column {
            ScreenView.field(
                FieldContent(
                    t(Words.enterpriseName), value: form.enterpriseName, placeholder: t(Words.enterpriseEmpty),
                    isRequired: true, problem: nameProblem(page)),
                labelWidth: 12, trailing: layout.isWide ? verifyButton(form) : .empty, id: "form.name",
                action: .form(.editName))
            if !layout.isWide, needsVerification(form) { verifyButton(form).width(.flex()) }
            if isBusy { ScreenView.note(t(Words.verifying), tone: .active) }
            if let enterprise = form.enterprise {
                ScreenView.note(
                    "\(t(Words.verified)) · \(t(Words.creditCode)) \(enterprise.code)", tone: .success)
            }
            phoneField(form.enterprisePhone, page)
        }
    }

    func phoneField(_ phone: String, _ page: FormPage) -> ScreenView {
        .field(
            FieldContent(
                t(Words.enterprisePhone), value: phone, placeholder: t(Words.phoneEmpty), isRequired: true,
                problem: problem(of: [.enterprisePhone], page)),
            labelWidth: 12, id: "form.phone", action: .form(.editPhone))
    }

    private func needsVerification(_ form: InitialForm) -> Bool {
        !form.enterpriseName.isEmpty && form.enterprise?.name != form.enterpriseName
    }

    private func verifyButton(_ form: InitialForm) -> ScreenView {
        guard needsVerification(form), !isBusy else { return .empty }
        return .button(
            t(Words.verify), isPrimary: true, reason: .elsewhere, id: "form.verify", action: .form(.verifyName))
    }

    private func nameProblem(_ page: FormPage) -> String? {
        switch page.verification {
        case .unknownName: t(Words.unknownEnterprise)
        case .notAsked: problem(of: [.enterprise], page)
        }
    }

    /// What the last save found in these fields.
    func problem(of fields: [FormField], _ page: FormPage) -> String? {
        page.problems.first { fields.contains($0.field) }.map { remark($0.advice) }
    }

    func declarationTick(_ form: ApplicationForm, _ page: FormPage) -> ScreenView {
        let words: Words =
            switch form.kind {
            case .initial: .declaration
            case .renewal: .renewalDeclaration
            case .cancellation: .cancellationDeclaration
            }
        return .tick(
            t(words), isOn: form.isDeclared, problem: problem(of: [.declaration], page), id: "form.declaration",
            action: .form(.declare(!form.isDeclared)))
    }

    // MARK: What the store's records say

    private func records(_ form: InitialForm, _ visit: ApplicantVisit, _ page: FormPage) -> ScreenView {
        .column {
            if let typed = form.typed {
                qualificationFields(form, typed, page)
            } else {
                record(
                    t(Words.qualificationLabel),
                    form.qualification.map { t(Words.qualificationPresent, $0.number, "\($0.issued)") },
                    missing: t(Words.qualificationAbsent),
                    problem: problem(of: [.qualification], page), id: "form.qualification")
            }
            if let qualification = form.qualification, visit.session.rules.isOverdue(qualification, on: today) {
                overdueFields(form, page)
            }
            photoField(form.photo, page, isRequired: true)
        }
    }

    /// The photo on record, or one that the person has brought.
    func photoField(_ photo: FileReference?, _ page: FormPage, isRequired: Bool) -> ScreenView {
        let recorded: FileReference? = if case .applicant(let visit) = visit { visit.photo } else { nil }
        let value = photo.map { t($0 == recorded ? Words.photoPresent : .photoChosen) }
        return .field(
            FieldContent(
                t(Words.photoLabel), value: value.map { "✓ \($0)" } ?? "", placeholder: t(Words.photoAbsent),
                isRequired: isRequired, problem: problem(of: [.photo], page)),
            labelWidth: 12, id: "form.photo", action: .form(.attach(.photo)))
    }

    /// A field that nobody types at this kiosk: present, or missing with what to do.
    private func record(
        _ label: String, _ value: String?, missing: String, problem: String?, id: NodeID
    ) -> ScreenView {
        ScreenView.column {
            fact(
                label, value.map { "✓ \($0)" } ?? "✕ \(missing)", style: value == nil ? .warning : .success)
            if let problem, value != nil { ScreenView.text("✕ \(problem)", style: .error) }
        }
        .meaning(.group, label, id: id)
    }

    func person(_ visit: ApplicantVisit, _ layout: Layout) -> ScreenView {
        .column {
            ScreenView.space(1)
            ScreenView.text(t(Words.sectionPerson), style: .dim)
            besidePhoto(personFacts(visit), visit.photoLook, layout)
        }
    }

    private func personFacts(_ visit: ApplicantVisit) -> ScreenView {
        let identity = visit.identity
        return .column {
            fact(
                t(IdentificationText.name),
                "\(Masking.name(identity.name))  \(sexWord(identity.sex))  \(identity.birth.year)-**-**")
            fact(t(IdentificationText.number), "\(identity.kind.chinese) \(identity.number.masked)")
            if let phone = visit.session.phone { fact(t(IdentificationText.phoneLabel), phone.masked) }
        }
    }

    // MARK: The employer's phone

    func enterprisePhonePage(_ entry: EnterprisePhone, _ layout: Layout) -> Page {
        let digits = draftForm?.enterprisePhone ?? ""
        return Page(
            title: t(Words.phoneTitle), task: .employerPhone, hint: t(Words.phoneHint), steps: applicationSteps(1),
            content: padPage(layout, pad: digitPad(layout) { .enterprisePhone(.key($0)) }) {
                entryField(
                    t(Words.phoneShort), value: digits, placeholder: t(Words.phoneHint), problem: nil, layout)
            },
            scrolls: false,
            left: [FooterButton(t(CommonText.cancel), .enterprisePhone(.cancel))],
            right: [FooterButton(t(CommonText.done), .enterprisePhone(.done), isPrimary: true, shortcut: .enter)])
    }
}
