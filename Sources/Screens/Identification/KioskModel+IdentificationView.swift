import Core
import Terminal

private typealias Words = IdentificationText

extension KioskModel {
    func privacyPage() -> Page {
        Page(
            title: t(Words.privacyTitle), task: .read, steps: cardSteps(0),
            content: .column(gap: 1) {
                for text in [Words.privacyRead, .privacyUse, .privacyKeep, .privacyStay] {
                    ScreenView.note(t(text))
                }
            },
            left: [FooterButton(t(Words.decline), .privacy(.decline))],
            right: [FooterButton(t(Words.agree), .privacy(.agree), isPrimary: true)])
    }

    private func cardSteps(_ current: Int) -> [Step] {
        Step.way([Words.stepCard, .stepCheck, .stepApply, .stepFinish].map { t($0) }, current: current)
    }

    // MARK: Identity

    func identityPage(_ review: IdentityReview) -> Page {
        let record = review.record
        let bars = bars(on: record)
        return Page(
            title: t(Words.identityTitle), task: .check, hint: t(Words.identityHint), steps: cardSteps(1),
            content: .column {
                identityDetails(record, isRevealed: review.isRevealed)
                ScreenView.space(1)
                for problem in record.problems(on: today) {
                    ScreenView.note(words(for: problem.advice), tone: .error)
                }
                ScreenView.note(t(isBusy ? Words.opening : .keepCard), tone: isBusy ? .active : .plain)
            },
            left: [
                FooterButton(t(Words.notMe), .identity(.decline)),
                FooterButton(t(review.isRevealed ? Words.hide : .reveal), .identity(.reveal(!review.isRevealed))),
            ],
            right: [
                FooterButton(
                    t(Words.confirmIdentity), .identity(.confirm), isPrimary: true,
                    unless: bars.isEmpty ? busyReason : t(Words.identityBarred))
            ])
    }

    private func identityDetails(_ record: IdentityRecord, isRevealed: Bool) -> ScreenView {
        .column {
            fact(t(Words.name), isRevealed ? record.name : Masking.name(record.name))
            if let english = record.englishName, isRevealed { fact("", english) }
            fact(t(Words.sex), sexWord(record.sex))
            fact(t(Words.birth), isRevealed ? "\(record.birth)" : "\(record.birth.year)-**-**")
            fact(t(Words.documentKind), record.kind.chinese)
            fact(t(Words.number), isRevealed ? record.number.text : record.number.masked)
            if let address = record.address, isRevealed { fact(t(Words.address), address) }
            fact(t(Words.validity), validityWord(record.validity))
        }
    }

    func sexWord(_ sex: Sex) -> String {
        switch sex {
        case .male: t(CommonText.male)
        case .female: t(CommonText.female)
        case .unknown, .unstated: sex.chinese
        }
    }

    private func validityWord(_ validity: CardValidity) -> String {
        switch validity {
        case .until(let day): "\(day)"
        case .unlimited: t(Words.unlimited)
        }
    }

    /// While something is under way nothing else can be started; the reason stands on the screen.
    var busyReason: String? { isBusy ? t(CommonText.working) : nil }
}
