import Core
import Terminal

private typealias Words = ApplicationText

extension KioskModel {
    func renewalPage(_ form: RenewalForm, _ visit: ApplicantVisit, _ page: FormPage, _ layout: Layout) -> Page {
        formPage(
            .renewalFormTitle,
            .column {
                closingNote(visit)
                phoneField(form.enterprisePhone, page)
                hoursField(form.educationHours, page)
                declarationTick(.renewal(form), page)
                registrationFacts(visit)
                photoField(form.photo, page, isRequired: false)
                person(visit, layout)
            })
    }

    /// The last days of the window: late by the stricter of the two rules.
    private func closingNote(_ visit: ApplicantVisit) -> ScreenView {
        guard case .renewalCloses(let day)? = visit.session.offers.first(where: { $0.kind == .renewal })?.notice else {
            return .empty
        }
        return .note(t(Words.renewalCloses, "\(day)"), tone: .warning)
    }

    func hoursField(_ hours: Int?, _ page: FormPage) -> ScreenView {
        .field(
            FieldContent(
                t(Words.educationHours), value: hours.map { t(Words.hours, "\($0)") } ?? "",
                placeholder: t(Words.hoursEmpty), isRequired: true, problem: problem(of: [.educationHours], page)),
            labelWidth: 12, id: "form.education", action: .form(.editHours))
    }

    func hoursPage(_ entry: EducationHours, _ layout: Layout) -> Page {
        Page(
            title: t(Words.hoursTitle), task: .form, hint: hoursHint, steps: applicationSteps(1),
            content: padPage(layout, pad: digitPad(layout) { .educationHours(.key($0)) }) {
                entryField(
                    t(Words.educationHours), value: draftForm?.educationHours.map(String.init) ?? "",
                    placeholder: hoursHint, problem: nil, layout)
            },
            scrolls: false,
            left: [FooterButton(t(CommonText.cancel), .educationHours(.cancel))],
            right: [FooterButton(t(CommonText.done), .educationHours(.done), isPrimary: true, shortcut: .enter)])
    }

    private var hoursHint: String {
        guard case .applicant(let visit) = visit else { return "" }
        return t(Words.hoursHint, "\(visit.session.rules.minimumEducationHours)")
    }
}
