import Core
import Terminal

private typealias Words = RenameText

// 企业名称变更: the certificates follow the enterprise register.
extension KioskModel {
    mutating func showRename() -> [Command] {
        guard case .enterprise(let visit) = visit, !isBusy else { return [] }
        screen = .rename(RenamePage())
        return begin(.loadRenameOffer(visit.session.token))
    }

    mutating func takeRenameOffer(_ result: Result<RenameOffer, Trouble>) -> [Command] {
        guard case .rename(var page) = screen else { return [] }
        switch result {
        case .success(let offer):
            page.offer = offer
            screen = .rename(page)
            return []
        case .failure(let trouble): return stumble(trouble)
        }
    }

    mutating func act(_ action: Action.Rename) -> [Command] {
        guard case .rename(var page) = screen, !isBusy else { return [] }
        switch action {
        case .back: return backToList()
        case .retry: return page.offer == nil ? showRename() : []
        case .confirm:
            guard page.mayRename else { return [] }
            page.asks = true
            screen = .rename(page)
            return []
        case .answer(let isConfirmed):
            guard page.asks, let offer = page.offer else { return [] }
            page.asks = false
            screen = .rename(page)
            return isConfirmed ? rename(offer) : []
        case .print: return page.done.map { startPrinting(.renames($0)) } ?? []
        }
    }

    mutating func rename(_ offer: RenameOffer) -> [Command] {
        screen = .filing(Filing(purpose: .renaming(offer), since: now))
        return begin(.rename(offer.enterprise))
    }

    // MARK: View

    func renamePage(_ page: RenamePage, _ layout: Layout) -> Page {
        Page(
            title: t(page.done == nil ? Words.title : .doneTitle), task: .check,
            hint: page.done == nil ? t(Words.hint) : "",
            content: renameContent(page),
            left: [FooterButton(t(EnterpriseText.backToList), .rename(.back), unless: busyReason)],
            right: renamePrimary(page))
    }

    private func renameContent(_ page: RenamePage) -> ScreenView {
        guard let offer = page.offer else {
            return .note(t(isBusy ? ApplicationText.loading : .notLoaded), tone: isBusy ? .active : .warning)
        }
        return .column {
            if page.done != nil {
                ScreenView.banner(t(Words.doneText, "\(offer.entries.count)"), tone: .success, id: "renamed")
                ScreenView.space(1)
            }
            fact(t(Words.registerName), offer.enterprise.name, width: 14)
            if offer.entries.isEmpty {
                ScreenView.space(1)
                ScreenView.note(t(Words.sameName), tone: .warning)
                ScreenView.note(t(Words.sameNameNext))
            } else {
                for name in offer.oldNames { fact(t(Words.oldName), name, width: 14) }
                ScreenView.space(1)
                if page.done == nil { ScreenView.text(t(Words.count, "\(offer.entries.count)"), style: .strong) }
                for entry in offer.entries {
                    ScreenView.text("\(entry.number)  \(entry.maskedName)  \(entry.maskedIDNumber)")
                }
            }
        }
    }

    private func renamePrimary(_ page: RenamePage) -> [FooterButton] {
        if page.done != nil { return [FooterButton(t(Words.print), .rename(.print), isPrimary: true)] }
        guard page.offer != nil else {
            return [FooterButton(t(CommonText.retry), .rename(.retry), isPrimary: true, unless: busyReason)]
        }
        return [
            FooterButton(
                t(Words.confirm), .rename(.confirm), isPrimary: true,
                unless: page.mayRename ? nil : t(Words.nothingToRename))
        ]
    }
}

extension RenamePage {
    var mayRename: Bool { done == nil && offer?.entries.isEmpty == false }
}
