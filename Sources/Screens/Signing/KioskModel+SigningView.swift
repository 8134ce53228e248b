import Core
import Foundation
import Terminal

private typealias Words = ApplicationText

extension KioskModel {
    // MARK: On its way

    func filingPage(_ filing: Filing) -> Page {
        let isEnterprise = if case .enterprise = visit { true } else { false }
        return Page(
            title: title(of: filing), task: filing.phase.isTrouble ? .trouble : .wait,
            steps: steps(of: filing, isEnterprise),
            content: .column(gap: 1) {
                filingWords(filing)
            },
            left: filing.phase == .preparing ? [] : [goOn(filing, isEnterprise)],
            right: filingPrimary(filing))
    }

    private func title(of filing: Filing) -> String {
        switch filing.phase {
        case .refused: return t(Words.refusedTitle)
        case .failed: return t(Words.failedTitle)
        case .opening: return t(Words.openingTitle)
        case .preparing, .underWay:
            switch filing.purpose {
            case .save: return t(Words.savingTitle)
            case .personalSignature: return t(Words.signatureTitle)
            case .seal: return t(Words.sealTitle)
            case .returning: return t(Words.returningTitle)
            case .withdrawal: return t(Words.withdrawalTitle)
            case .collection: return t(CertificateText.collecting)
            case .exchange: return t(CertificateText.exchanging)
            case .renaming: return t(RenameText.renaming)
            }
        }
    }

    /// A withdrawal leads nowhere on the way.
    private func steps(of filing: Filing, _ isEnterprise: Bool) -> [Step] {
        switch filing.purpose {
        case .withdrawal, .collection, .exchange, .renaming: return []
        case .save, .personalSignature, .seal, .returning: break
        }
        return isEnterprise ? enterpriseSteps(3) : applicationSteps(step(of: filing))
    }

    private func step(of filing: Filing) -> Int {
        switch filing.purpose {
        case .save: 1
        case .personalSignature: 2
        case .seal, .returning, .withdrawal, .collection, .exchange, .renaming: 3
        }
    }

    @ViewBuilder<Action> private func filingWords(_ filing: Filing) -> [ScreenView] {
        switch filing.phase {
        case .preparing:
            ScreenView.note(t(Words.preparing), tone: .active)
        case .underWay:
            ScreenView.note(t(Words.underWay), tone: .success)
            ScreenView.note(
                t(devices.isStoreReachable ? Words.waitingForStore : .waitingOffline),
                tone: devices.isStoreReachable ? .active : .warning)
            if mayPrintReceipt(filing) { ScreenView.note(t(PaperText.receiptNote)) }
            ScreenView.note(t(Words.elapsed, "\(max(0, Int(now.timeIntervalSince(filing.since))))"))
        case .opening:
            ScreenView.note(t(Words.openingText), tone: .success)
            ScreenView.note(t(Words.loading), tone: .active)
        case .refused(let refusal):
            ScreenView.banner(words(for: refusal.advice), tone: .error, id: "refusal")
        case .failed(let trouble, _):
            ScreenView.banner(words(for: trouble), tone: .error, id: "fault")
        }
    }

    private func goOn(_ filing: Filing, _ isEnterprise: Bool) -> FooterButton {
        let isRefused = if case .refused = filing.phase { true } else { false }
        return FooterButton(t(isEnterprise || isRefused ? Words.backToList : .goOn), .filing(.goOn))
    }

    private func filingPrimary(_ filing: Filing) -> [FooterButton] {
        switch filing.phase {
        case .underWay:
            mayPrintReceipt(filing)
                ? [FooterButton(t(PaperText.printReceipt), .filing(.printReceipt), isPrimary: true)] : []
        case .preparing, .opening: []
        case .refused:
            if case .save = filing.purpose {
                [FooterButton(t(Words.mend), .filing(.mend), isPrimary: true)]
            } else {
                []
            }
        case .failed: [FooterButton(t(CommonText.retry), .filing(.retry), isPrimary: true)]
        }
    }

    /// Sealed, and the store cannot number it now: the kiosk vouches for what it has taken in.
    private func mayPrintReceipt(_ filing: Filing) -> Bool {
        guard case .seal = filing.purpose, case .underWay = filing.phase else { return false }
        return !devices.isStoreReachable
    }

    // MARK: Preview

    func previewPage(_ preview: FormPreview, _ layout: Layout) -> Page {
        let pictures = preview.typeset?.pictures ?? []
        return Page(
            title: t(Words.previewTitle), task: .check, hint: t(Words.previewHint), steps: applicationSteps(2),
            content: paper(pictures, preview.look, previewFacts(preview), layout) { .preview(.look($0)) },
            pinned: paperButtons(pictures, preview.look) { .preview(.look($0)) },
            left: [
                FooterButton(t(CommonText.back), .preview(.back)),
                FooterButton(t(Words.edit), .preview(.edit), unless: isBusy ? t(Words.preparingForm) : nil),
            ],
            right: [
                FooterButton(
                    preview.typeset == nil && !isBusy ? t(CommonText.retry) : t(Words.signNow), .preview(.sign),
                    isPrimary: true, unless: isBusy ? t(Words.preparingForm) : nil)
            ])
    }

    private func previewFacts(_ preview: FormPreview) -> ScreenView {
        .column {
            formText(preview.registration)
            ScreenView.space(1)
            if let typeset = preview.typeset {
                ScreenView.note(t(Words.pageCount, "\(typeset.pages)"), tone: .success)
            } else {
                ScreenView.note(
                    t(isBusy ? Words.preparingForm : .formNotReady), tone: isBusy ? .active : .warning)
            }
        }
    }

    /// The form as the paper says it, in the paper's language and order; personal numbers masked.
    func formText(_ registration: Registration) -> ScreenView {
        let content = ApplicationFormContent(registration, numbers: .masked)
        return .column {
            ScreenView.text(content.title, style: .strong, alignment: .center)
            for section in content.sections {
                ScreenView.text("【\(section.heading)】", style: .title)
                for row in section.rows { fact(row.label, shortened(row.value), width: 18) }
            }
            for statement in [content.declaration, content.opinion] {
                ScreenView.text("【\(statement.heading)】", style: .title)
                ScreenView.text(statement.text)
            }
        }
    }

    /// Of a check sum the beginning is enough to compare; the paper has all of it.
    private func shortened(_ value: String) -> String {
        value.hasPrefix("SHA-256 ") ? "\(value.prefix(16))…" : value
    }

    // MARK: Signed

    func signedPage(_ id: ApplicationID) -> Page {
        let status = visit.application(id)
        let isSealed = status?.noticeNumber != nil
        return Page(
            title: t(Words.signedTitle), task: .signed, isTaskLarge: true, steps: applicationSteps(3),
            content: .column(gap: 1) {
                if let status {
                    ScreenView.banner(
                        "\(t(Words.detailState))：\(word(status.state))", tone: tone(status.state), id: "state")
                }
                if isSealed {
                    ScreenView.note(t(Words.sealedMeanwhile), tone: .success)
                } else {
                    ScreenView.note(t(Words.signedText, status?.enterprise?.name ?? ""), tone: .success)
                    ScreenView.note(t(Words.signedNext))
                    ScreenView.note(t(Words.signedLive))
                }
            },
            left: [FooterButton(t(Words.listTitle), .signed(.list))]
                + (isSealed ? [FooterButton(t(CommonText.leave), .anywhere(.leave))] : []),
            right: [
                isSealed
                    ? FooterButton(t(Words.print), .signed(.print), isPrimary: true)
                    : FooterButton(t(CommonText.leave), .anywhere(.leave), isPrimary: true)
            ])
    }
}

extension Filing.Phase {
    fileprivate var isTrouble: Bool {
        switch self {
        case .refused, .failed: true
        case .preparing, .underWay, .opening: false
        }
    }
}
