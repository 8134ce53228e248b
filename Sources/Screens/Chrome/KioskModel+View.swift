import Core
import Foundation
package import Terminal

extension KioskModel {
    /// The whole screen as a value. The root node's id is the screen's name.
    ///
    /// - Parameter cell: the proportions of the screen's cells, for pictures.
    package func view(size: Size, cell: CellSize = .usual) -> View<Action> {
        guard size.width >= Layout.smallest.width, size.height >= Layout.smallest.height else {
            return tooSmall(size)
        }
        let layout = Layout(
            size: size, printSize: presentation.printSize, panel: settings.panel, cell: cell)
        let page = page(layout)
        let root = frame(page, layout).meaning(.group, page.title, id: NodeID(screen.name))
        return covered(root, layout)
    }

    func page(_ layout: Layout) -> Page {
        switch screen {
        case .welcome: welcomePage(layout)
        case .privacyNotice: privacyPage()
        case .cardReading(let reading): readingPage(reading, .identity)
        case .identityReview(let review): identityPage(review)
        case .phoneEntry(let entry): phonePage(entry, layout)
        case .codeEntry(let entry): codePage(entry, layout)
        case .signaturePad(let pad): signaturePage(pad, layout)
        case .applicationList: listPage(layout)
        case .kindChoice: kindsPage(layout)
        case .changeGuide: changePage()
        case .form(let form): formPage(form, layout)
        case .enterpriseName(let entry): namePage(entry, layout)
        case .enterprisePhone(let entry): enterprisePhonePage(entry, layout)
        case .educationHours(let entry): hoursPage(entry, layout)
        case .wordsEntry(let entry): wordsPage(entry, layout)
        case .province: provincePage(layout)
        case .qualificationDate(let entry): qualificationDatePage(entry, layout)
        case .sourceChoice(let choice): sourcePage(choice, layout)
        case .stick(let page): stickPage(page, layout)
        case .fileReview(let review): fileReviewPage(review, layout)
        case .phoneUpload(let upload): phoneUploadPage(upload, layout)
        case .scan(let page): scanPage(page, layout)
        case .filing(let filing): filingPage(filing)
        case .preview(let preview): previewPage(preview, layout)
        case .signed(let id): signedPage(id)
        case .detail(let detail): detailPage(detail, layout)
        case .certificateReading(let reading): readingPage(reading, .enterprise)
        case .pinEntry(let entry): pinPage(entry, layout)
        case .pendingList: pendingPage(layout)
        case .confirmedList: confirmedPage(layout)
        case .rename(let page): renamePage(page, layout)
        case .certificateList: certificateListPage(layout)
        case .certificate(let desk): certificatePage(desk, layout)
        case .takeAlong(let page): takeAlongPage(page, layout)
        case .review(let review): reviewPage(review, layout)
        case .formReturn(let formReturn): returnPage(formReturn, layout)
        case .sealed(let id): sealedPage(id)
        case .printing(let printing): printingPage(printing)
        case .ended(let ended): endedPage(ended)
        case .cornerOpening(let card): cornerOpeningPage(card)
        case .staff(let page): staffPage(page, layout)
        case .technician(let page): technicianPage(page, layout)
        }
    }

    private func frame(_ page: Page, _ layout: Layout) -> ScreenView {
        .column {
            header(page, layout)
            bigTask(page, layout)
            ScreenView.column {
                noticeBanner(layout)
                if page.scrolls {
                    ScreenView.scroll("content", subject: screen.name, buttons: scrollLabels, page.content)
                } else {
                    page.content.flexible()
                }
                page.pinned
                footer(page, layout)
            }
            .padding(horizontal: page.usesFullWidth ? 0 : layout.padding).height(.flex())
        }
    }

    /// Who and where, the task, and at the right the way to help and to larger print.
    private func header(_ page: Page, _ layout: Layout) -> ScreenView {
        .row {
            ScreenView.column {
                statusBar(layout)
                ScreenView.titleBlock(
                    page.title, hint: layout.isCompact ? nil : page.hint, steps: layout.isCompact ? [] : page.steps,
                    showsPresentStepOnly: layout.isLarge)
            }
            .width(.flex())
            helpCorner(layout)
        }
    }

    private func bigTask(_ page: Page, _ layout: Layout) -> ScreenView {
        guard let task = page.task, layout.hasRoomForTask || page.isTaskLarge && !layout.isCompact else {
            return .empty
        }
        return .column {
            ScreenView.bigTitle(t(task))
            ScreenView.space(1)
        }
    }

    var scrollLabels: ScrollButtonLabels {
        ScrollButtonLabels(back: t(CommonText.previousPage), forth: t(CommonText.nextPage))
    }

    // MARK: The row at the bottom

    private func footer(_ page: Page, _ layout: Layout) -> ScreenView {
        let reasons = (page.left + page.right).compactMap(\.availability.reason)
        return .column {
            for reason in Set(reasons).sorted() {
                ScreenView.text("✕ \(reason)", style: .warning, alignment: .trailing)
            }
            let widths = (page.left + page.right).map { layout.width(of: $0) }
            if !layout.isCompact, widths.reduce(0, +) + 2 * widths.count <= layout.contentWidth {
                ScreenView.row(gap: 2) {
                    page.left.map { button($0, width: .fixed(layout.width(of: $0)), layout) }
                    ScreenView.spacer
                    page.right.map { button($0, width: .fixed(layout.width(of: $0)), layout) }
                }
            } else {
                ScreenView.row(gap: 1) { (page.left + page.right).map { button($0, width: .flex(), layout) } }
            }
        }
    }

    private func button(_ button: FooterButton, width: Length, _ layout: Layout) -> ScreenView {
        ScreenView.button(
            button.label, availability: button.availability, isPrimary: button.isPrimary, reason: .elsewhere,
            width: width, shortcut: button.shortcut, action: button.action
        )
        .height(layout.isCompact ? .flex() : layout.isLarge ? .fixed(5) : .fit)
    }

    // MARK: The line at the top

    private func statusBar(_ layout: Layout) -> ScreenView {
        .statusBar(leading: owner, middle: parts(layout), trailing: clock)
    }

    /// Who is being served, masked, or where this machine stands.
    private var owner: String {
        switch visit {
        case .none: "\(settings.hall) · \(t(CommonText.machine, settings.machine))"
        case .applicant(let visit): Masking.name(visit.identity.name)
        case .enterprise(let visit): visit.session.enterprise.name
        case .corner(let visit): owner(of: visit)
        }
    }

    private func parts(_ layout: Layout) -> String {
        let parts: [(isFine: Bool, fine: CommonText, bad: CommonText)] = [
            (devices.areReadersFine, .readerFine, .readerBad),
            (devices.printer == nil, .printerFine, .printerBad),
            (devices.isStoreReachable, .networkFine, .networkBad),
        ]
        let shown = parts.filter { !(layout.isCompact || layout.isLarge) || !$0.isFine }
        return shown.map { t($0.isFine ? $0.fine : $0.bad) }.joined(separator: " ")
    }

    /// Hours and minutes in Shanghai.
    private var clock: String { clock(at: now) }

    func clock(at instant: Date) -> String {
        let minutes = (Int(instant.timeIntervalSince1970.rounded(.down)) / 60 + 8 * 60) % (24 * 60)
        let (hour, minute) = (minutes / 60, minutes % 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    private func tooSmall(_ size: Size) -> ScreenView {
        ScreenView.column {
            ScreenView.heading(t(CommonText.tooSmallTitle))
            ScreenView.text(t(CommonText.tooSmallText, "\(size.width)", "\(size.height)"))
            ScreenView.spacer
        }
        .meaning(.group, t(CommonText.tooSmallTitle), id: "screen.tooSmall")
    }
}
