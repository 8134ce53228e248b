import Core
import Terminal

private typealias Words = PictureText

extension KioskModel {
    /// A paper as it looks, beside or over what it says where there is room; else a touch away. Only what it says until
    /// it has been drawn.
    func paper(
        _ pages: [Image], _ look: PaperLook, _ facts: ScreenView, _ layout: Layout,
        action: @escaping (Action.PaperLook) -> Action
    ) -> ScreenView {
        guard pages.indices.contains(look.page) else { return facts }
        let page = ScreenView.image(
            pages[look.page], label: t(Words.page, "\(look.page + 1)", "\(pages.count)"), cell: layout.cell, id: "paper"
        )
        if look.isEnlarged { return page }
        let enlarge = ScreenView.button(
            t(Words.enlarge), reason: .elsewhere, width: .flex(), id: "paper.enlarge", action: action(.enlarge(true)))
        let small = ScreenView.column {
            enlarge
            page.border(.single)
        }.width(.fixed(36))
        if layout.size.width >= 100 {
            return .row(gap: 2) {
                small
                facts.width(.flex())
            }
        }
        let isTall = layout.size.height >= 44
        return .column(gap: isTall ? 1 : 0) {
            isTall ? small.aligned(.center) : enlarge
            facts
        }
    }

    /// Stays in sight under an enlarged paper.
    func paperButtons(
        _ pages: [Image], _ look: PaperLook, action: @escaping (Action.PaperLook) -> Action
    ) -> ScreenView {
        guard look.isEnlarged, !pages.isEmpty else { return .empty }
        return .row(gap: 1) {
            ScreenView.button(
                t(Words.shrink), reason: .elsewhere, width: .flex(), id: "paper.shrink", action: action(.enlarge(false))
            )
            if pages.count > 1 {
                let next = (look.page + 1) % pages.count
                ScreenView.button(
                    t(Words.turn, "\(next + 1)"), reason: .elsewhere, width: .flex(), id: "paper.turn",
                    action: action(.turn(to: next)))
            }
        }
    }

    /// The photo as large as on the certificate, beside what belongs to it.
    func besidePhoto(_ facts: ScreenView, _ photo: PhotoLook, _ layout: Layout) -> ScreenView {
        switch photo {
        case .none: facts
        case .unreadable:
            .column {
                facts
                ScreenView.note(t(Words.photoUnreadable), tone: .warning)
            }
        case .shown(let image):
            layout.isCompact
                ? facts
                : .row(gap: 2) {
                    facts.width(.flex())
                    ScreenView.image(image, label: t(Words.photo), cell: layout.cell, id: "photo").width(.fixed(14))
                }
        }
    }
}
