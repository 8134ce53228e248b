import Core
import Terminal

private typealias Words = SourceText

extension KioskModel {
    func phoneUploadPage(_ upload: PhoneUpload, _ layout: Layout) -> Page {
        Page(
            title: phoneTitle(
                t(Words.phoneTitle), openedTitle: t(Words.phoneOpenedTitle), upload.opened,
                isOpened: upload.isOpenedByPhone, layout),
            task: .phone, hint: t(Words.phoneHint),
            content: upload.opened.map {
                phoneCode(
                    $0, label: t(Words.phoneCode), t(upload.isOpenedByPhone ? Words.phoneOpened : .phoneSteps),
                    isOpened: upload.isOpenedByPhone, layout)
            }
                ?? .note(t(Words.phoneAsking), tone: .active),
            scrolls: upload.opened == nil || !showsCodeAlone(layout),
            left: [FooterButton(t(CommonText.back), .phoneUpload(.back))],
            right: [FooterButton(t(Words.newCode), .phoneUpload(.again), unless: busyReason)])
    }

    /// On the smallest screens the code needs every row, and the title says the rest.
    func showsCodeAlone(_ layout: Layout) -> Bool { layout.isCompact && !layout.isWide }

    /// - Parameter openedTitle: when the phone has the page.
    func phoneTitle(
        _ title: String, openedTitle: String, _ opened: OpenedUpload?, isOpened: Bool, _ layout: Layout
    ) -> String {
        guard showsCodeAlone(layout), let opened else { return title }
        return isOpened ? openedTitle : t(Words.phoneUntilTitle, clock(at: opened.ticket.expiresAt))
    }

    /// The code beside what to do with it where there is room, so that nothing of it is scrolled away.
    func phoneCode(
        _ opened: OpenedUpload, label: String, _ steps: String, isOpened: Bool, _ layout: Layout
    ) -> ScreenView {
        let margin = codeMargin(opened.code, layout)
        let code = ScreenView.picture(
            opened.code.halfBlocks(margin: margin), label: label, id: "phone.code")
        if showsCodeAlone(layout) { return code.aligned(.center) }
        let words = ScreenView.column(gap: layout.gap) {
            ScreenView.note(steps, tone: isOpened ? .success : .plain)
            ScreenView.text(t(Words.phoneUntil, clock(at: opened.ticket.expiresAt)), style: .dim)
        }
        guard layout.isWide else {
            return .column {
                words
                code.aligned(.center)
            }
        }
        return .row(gap: 2) {
            code.width(.fixed(opened.code.width + 2 * margin))
            words.width(.flex())
        }
    }

    /// A dark frame is no light margin: four dots where they fit, else what the rows between title and buttons leave.
    private func codeMargin(_ code: Bitmap, _ layout: Layout) -> Int {
        let rows = layout.size.height - (layout.isCompact ? 6 : layout.isWide ? 8 : 12)
        return min(4, max(1, (2 * rows - code.height) / 2))
    }
}
