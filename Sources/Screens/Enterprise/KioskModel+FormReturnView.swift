import Core
import Terminal

private typealias Words = EnterpriseText

extension KioskModel {
    func returnPage(_ formReturn: FormReturn, _ layout: Layout) -> Page {
        Page(
            title: t(Words.returnTitle), task: .check, hint: t(Words.returnHint), steps: enterpriseSteps(2),
            content: .column {
                for reason in ReturnReason.usual(for: formReturn.registration.kind) {
                    ScreenView.choice(
                        word(reason), isSelected: formReturn.reason == reason, width: .flex(),
                        id: NodeID("return.\(reason.rawValue)"), action: .formReturn(.choose(reason)))
                }
                returnWords(formReturn)
            },
            left: [FooterButton(t(CommonText.back), .formReturn(.back))],
            right: [
                FooterButton(
                    t(Words.returnNow), .formReturn(.send), isPrimary: true,
                    unless: formReturn.text == nil ? t(reasonMissing(formReturn)) : nil)
            ])
    }

    private func returnWords(_ formReturn: FormReturn) -> ScreenView {
        .field(
            FieldContent(
                t(Words.returnWords), value: formReturn.words, placeholder: t(Words.returnWordsEmpty),
                isRequired: formReturn.reason == .other),
            labelWidth: 12, id: "return.words", action: .formReturn(.editWords))
    }

    private func reasonMissing(_ formReturn: FormReturn) -> Words {
        formReturn.reason == nil ? .returnNoReason : .returnNoWords
    }

    private func word(_ reason: ReturnReason) -> String {
        switch language {
        case .chinese: reason.chinese
        case .english: reason.english
        }
    }
}
