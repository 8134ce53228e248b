import Core
import Terminal

private typealias Words = ApplicationText

extension KioskModel {
    func cancellationPage(_ form: CancellationForm, _ visit: ApplicantVisit, _ page: FormPage, _ layout: Layout) -> Page
    {
        formPage(
            .cancellationFormTitle,
            .column {
                registrationFacts(visit)
                reasonChoices(form, page)
                reasonField(form, page)
                declarationTick(.cancellation(form), page)
                photoField(form.photo, page, isRequired: false)
                person(visit, layout)
            })
    }

    private func reasonChoices(_ form: CancellationForm, _ page: FormPage) -> ScreenView {
        ScreenView.column {
            ScreenView.text("\(t(Words.reasonLabel)) *", style: .strong)
            ScreenView.flow {
                for reason in CancellationForm.Reason.allCases {
                    ScreenView.choice(
                        word(reason), isSelected: form.reason == reason,
                        id: NodeID("form.reason.\(reason.rawValue)"), action: .form(.chooseReason(reason)))
                }
            }
            if let problem = problem(of: [.reason], page) { ScreenView.text("✕ \(problem)", style: .error) }
        }
        .meaning(.group, t(Words.reasonLabel), id: "form.reason")
    }

    private func reasonField(_ form: CancellationForm, _ page: FormPage) -> ScreenView {
        .field(
            FieldContent(
                t(Words.reasonText), value: form.reasonText, placeholder: t(Words.reasonTextEmpty),
                isRequired: form.reason == .other, problem: problem(of: [.reasonText], page)),
            labelWidth: 12, id: "form.reasonText", action: .form(.editReason))
    }
}

// MARK: What the form pages have in common

extension KioskModel {
    func formPage(_ title: ApplicationText, _ content: ScreenView) -> Page {
        Page(
            title: t(title), task: .form, hint: t(Words.formHint), steps: applicationSteps(1), content: content,
            left: [FooterButton(t(CommonText.back), .form(.back))],
            right: [FooterButton(t(Words.save), .form(.save), isPrimary: true, unless: busyReason)])
    }

    /// The registration that the form is about, as the store has it.
    func registrationFacts(_ visit: ApplicantVisit) -> ScreenView {
        guard let certificate = visit.session.certificate else {
            return .note(t(Words.registrationAbsent), tone: .warning)
        }
        return .column {
            fact(t(Words.detailEnterprise), certificate.enterprise.name)
            fact(t(Words.certificateNumber), certificate.number)
            fact(t(Words.validThrough), "\(certificate.validThrough)")
        }
    }
}
