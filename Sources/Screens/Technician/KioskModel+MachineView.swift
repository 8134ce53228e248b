import Core
import Terminal

private typealias Words = MachineText

extension KioskModel {
    func machinePage(_ page: MachinePage, _ layout: Layout) -> Page {
        if let order = page.asked { return orderPage(order, page) }
        return Page(
            title: t(Words.title),
            content: .column(gap: layout.gap) {
                if let done = page.done { ScreenView.note(t(words(for: done).done), tone: .success) }
                if let survey = page.survey {
                    machineFacts(survey.facts)
                } else {
                    ScreenView.note(
                        isBusy ? t(CommonText.working) : t(Words.unknown), tone: isBusy ? .active : .warning)
                }
                orders(page, layout)
            },
            left: [FooterButton(t(CommonText.back), .technician(.home))],
            right: [
                FooterButton(
                    t(Words.lookAgain), .technician(.machine), isPrimary: page.survey == nil, unless: busyReason)
            ])
    }

    private func machineFacts(_ facts: MachineFacts) -> ScreenView {
        .column {
            fact(t(Words.version), t(Words.versionInSlot, facts.version, facts.slot.uppercased()))
            fact(t(Words.rootHash), facts.rootHash)
            fact(t(Words.previous), facts.previous ?? "–")
            if let waiting = facts.waiting { fact(t(Words.waiting), t(Words.waitingVersion, waiting)) }
            fact(t(Words.siteFile), facts.siteVersion.map { t(Words.siteVersion, "\($0)") } ?? "–")
            if let refusal = facts.siteRefusal { ScreenView.note(refusal, tone: .warning) }
            fact(
                t(Words.network), facts.addresses.isEmpty ? t(Words.noAddress) : facts.addresses.joined(separator: ", ")
            )
            for failed in facts.failed {
                ScreenView.note(
                    t(Words.failedVersion, failed.version, instant(failed.at), failed.reason), tone: .warning)
            }
        }
    }

    private func orders(_ page: MachinePage, _ layout: Layout) -> ScreenView {
        .column(gap: layout.gap) {
            for order in MachineOrder.allCases {
                ScreenView.button(
                    t(words(for: order).name), availability: .unless(refusal(of: order, page)), width: .flex(),
                    id: "order \(order.rawValue)", action: .technician(.order(order)))
            }
        }
    }

    // MARK: Before an order

    private func orderPage(_ order: MachineOrder, _ page: MachinePage) -> Page {
        let words = words(for: order)
        return Page(
            title: t(words.name),
            content: .column(gap: 1) {
                ScreenView.text(t(words.effect))
                ScreenView.note(t(Words.cardSigns))
                if page.losesEntries {
                    ScreenView.note(loss(page.survey?.waitingEntries), tone: .error)
                    ScreenView.tick(
                        t(Words.acceptLoss), isOn: page.acceptsLoss,
                        action: .technician(.acceptLoss(!page.acceptsLoss)))
                }
                if isBusy { ScreenView.note(t(Words.ordering), tone: .active) }
            },
            left: [FooterButton(t(CommonText.back), .technician(.machine), unless: busyReason)],
            right: [
                FooterButton(t(words.name), .technician(.confirm), isPrimary: true, unless: confirmRefusal(page))
            ])
    }

    private func loss(_ entries: Int?) -> String {
        entries.map { t(Words.entriesLost, "\($0)") } ?? t(Words.entriesUnknown)
    }

    private func words(for order: MachineOrder) -> (name: Words, effect: Words, done: Words) {
        switch order {
        case .restart: (.restart, .restartEffect, .restartDone)
        case .rollBack: (.rollBack, .rollBackEffect, .rollBackDone)
        case .supportToStick: (.supportToStick, .supportEffect, .stickDone)
        case .supportToStore: (.supportToStore, .supportEffect, .storeDone)
        case .factoryReset: (.factoryReset, .factoryResetEffect, .factoryResetDone)
        }
    }
}
