import Core
import Terminal

private typealias Words = ApplicationText

// 变更注册 is no application of its own: the page says what to do instead (manual, change 1 to 3).
extension KioskModel {
    mutating func act(_ action: Action.ChangeGuide) -> [Command] {
        guard case .changeGuide = screen, !isBusy else { return [] }
        switch action {
        case .back:
            screen = .kindChoice(KindChoice())
            return []
        case .cancelFirst:
            guard barrier(to: .cancellation) == nil else { return [] }
            screen = .kindChoice(KindChoice())
            return choose(.cancellation, reason: .changesEmployer)
        }
    }

    func changePage() -> Page {
        Page(
            title: t(Words.changeTitle), task: .kinds, hint: t(Words.changeHint),
            content: .column(gap: 1) {
                changeSection(.changeEmployer, .changeEmployerText)
                changeSection(.changeName, .changeNameText)
                changeSection(.changeEmployerName, .changeEmployerNameText)
            },
            left: [FooterButton(t(CommonText.back), .change(.back))],
            right: [
                FooterButton(
                    t(Words.cancelFirst), .change(.cancelFirst), isPrimary: true,
                    unless: busyReason ?? barrier(to: .cancellation).map { remark($0.advice) })
            ])
    }

    private func changeSection(_ title: Words, _ text: Words) -> ScreenView {
        .column {
            ScreenView.text(t(title), style: .title)
            ScreenView.text(t(text))
        }
    }
}
