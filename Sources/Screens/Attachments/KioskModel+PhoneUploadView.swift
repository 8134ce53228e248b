import Core
import Terminal

private typealias Words = SourceText

extension KioskModel {
    func phoneUploadPage(_ upload: PhoneUpload, _ layout: Layout) -> Page {
        let showsCodeAlone = layout.isCompact && !layout.isWide && upload.opened != nil
        return Page(
            title: phoneTitle(upload, showsCodeAlone), task: .phone, hint: t(Words.phoneHint),
            content: upload.opened.map { phoneCode($0, upload, showsCodeAlone, layout) }
                ?? .note(t(Words.phoneAsking), tone: .active),
            scrolls: !showsCodeAlone,
            left: [FooterButton(t(CommonText.back), .phoneUpload(.back))],
            right: [FooterButton(t(Words.newCode), .phoneUpload(.again), unless: busyReason)])
    }

    /// On the smallest screens the code needs every row, and the title says the rest.
    private func phoneTitle(_ upload: PhoneUpload, _ showsCodeAlone: Bool) -> String {
        guard showsCodeAlone, let opened = upload.opened else { return t(Words.phoneTitle) }
        return upload.isOpenedByPhone
            ? t(Words.phoneOpenedTitle) : t(Words.phoneUntilTitle, clock(at: opened.ticket.expiresAt))
    }

    /// The code beside what to do with it where there is room, so that nothing of it is scrolled away.
    private func phoneCode(
        _ opened: OpenedUpload, _ upload: PhoneUpload, _ isAlone: Bool, _ layout: Layout
    ) -> ScreenView {
        let margin = codeMargin(opened.code, layout)
        let code = ScreenView.picture(
            opened.code.halfBlocks(margin: margin), label: t(Words.phoneCode), id: "phone.code")
        if isAlone { return code.aligned(.center) }
        let words = ScreenView.column(gap: layout.gap) {
            ScreenView.note(
                t(upload.isOpenedByPhone ? Words.phoneOpened : .phoneSteps),
                tone: upload.isOpenedByPhone ? .success : .plain)
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
