import Core
import Terminal

private typealias Words = TakeAlongText

extension KioskModel {
    func takeAlongPage(_ page: TakeAlong, _ layout: Layout) -> Page {
        guard page.code == nil else { return takeByPhonePage(page, layout) }
        return Page(
            title: t(title(of: page)), task: .takeAlong, hint: t(Words.hint),
            content: .column(gap: layout.isCompact ? 0 : 1) {
                outcome(page.phase)
                ways(page, layout)
            },
            left: [
                FooterButton(
                    t(CommonText.back), .takeAlong(.back), isPrimary: page.isDone,
                    unless: page.phase == .writing ? t(Words.writing) : nil)
            ])
    }

    private func title(of page: TakeAlong) -> Words {
        switch page.origin {
        case .certificate: .certificateTitle
        case .application: .formTitle
        }
    }

    private func outcome(_ phase: TakeAlong.Phase) -> ScreenView {
        switch phase {
        case .choosing, .code: .empty
        case .writing: .note(t(Words.writing), tone: .active)
        case .onStick(let name): .note(t(Words.onStick, name), tone: .success)
        case .onPhone: .note(t(Words.onPhone), tone: .success)
        }
    }

    private func ways(_ page: TakeAlong, _ layout: Layout) -> ScreenView {
        .column(gap: layout.isCompact ? 0 : 1) {
            wayButton(.stick, t(Words.stickDetail), .takeAlong(.take(.stick)), isPrimary: !page.isDone, layout)
            wayButton(.phone, t(Words.phoneDetail), .takeAlong(.take(.phone)), isPrimary: !page.isDone, layout)
        }
    }

    private func takeByPhonePage(_ page: TakeAlong, _ layout: Layout) -> Page {
        let isOpened = page.code?.isOpenedByPhone == true
        return Page(
            title: phoneTitle(
                t(Words.phoneTitle), openedTitle: t(Words.openedTitle), page.code?.opened, isOpened: isOpened, layout),
            task: .phone, hint: t(SourceText.phoneHint),
            content: page.code?.opened.map {
                phoneCode($0, label: t(Words.code), t(isOpened ? Words.opened : .steps), isOpened: isOpened, layout)
            } ?? .note(t(SourceText.phoneAsking), tone: .active),
            scrolls: page.code?.opened == nil || !showsCodeAlone(layout),
            left: [FooterButton(t(CommonText.back), .takeAlong(.back))],
            right: [FooterButton(t(SourceText.newCode), .takeAlong(.again), unless: busyReason)])
    }
}

extension TakeAlong {
    fileprivate var isDone: Bool {
        switch phase {
        case .onStick, .onPhone: true
        case .choosing, .writing, .code: false
        }
    }
}
