import Core
import Foundation
import Terminal

private typealias Words = IdentificationText

extension KioskModel {
    func phonePage(_ entry: PhoneEntry, _ layout: Layout) -> Page {
        let problem = entry.problem.map { remark($0.advice) }
        let field = entryField(
            t(Words.phoneLabel), value: entry.digits, placeholder: t(Words.phonePlaceholder), problem: problem, layout)
        return Page(
            title: t(Words.phoneTitle), task: .phone, hint: t(Words.phoneHint), steps: newUserSteps(0),
            content: padPage(layout, pad: digitPad(layout) { .phone(.key($0)) }) {
                field
                if isBusy { ScreenView.note(t(Words.sending), tone: .active) }
            },
            scrolls: false,
            left: [FooterButton(t(CommonText.leave), .anywhere(.leave))],
            right: [
                FooterButton(
                    t(Words.sendCode), .phone(.send), isPrimary: true, shortcut: .enter,
                    unless: isBusy ? t(Words.sending) : nil)
            ])
    }

    func newUserSteps(_ current: Int) -> [Step] {
        Step.way([t(Words.stepPhone), t(Words.stepCode), t(PictureText.stepSignature)], current: current)
    }

    // MARK: The code

    func codePage(_ entry: CodeEntry, _ layout: Layout) -> Page {
        let (title, task, steps): (String, TaskText, [Step]) =
            switch entry.purpose {
            case .phone: (t(Words.phoneCodeTitle), .code, newUserSteps(1))
            case .signing: (t(ApplicationText.signingTitle), .sign, applicationSteps(2))
            }
        let digits = entry.code.withBytes { String(decoding: $0, as: UTF8.self) }
        return Page(
            title: title, task: task, steps: steps,
            content: padPage(layout, pad: digitPad(layout, isSecret: true) { .code(.key($0)) }) {
                ScreenView.codeBoxes(
                    t(Words.codeLabel), digits: digits, length: CodeEntry.length, hasBox: !isTight(layout))
                codeRemarks(entry, layout)
            },
            scrolls: false,
            left: [
                FooterButton(t(CommonText.back), .code(.back)),
                FooterButton(t(Words.resend), .code(.resend), unless: resendBar(entry)),
            ],
            right: [
                FooterButton(
                    t(Words.confirmCode), .code(.submit), isPrimary: true, shortcut: .enter,
                    unless: codeBar(entry))
            ])
    }

    @ViewBuilder<Action> private func codeRemarks(_ entry: CodeEntry, _ layout: Layout) -> [ScreenView] {
        if let ticket = entry.ticket, !layout.isCompact {
            ScreenView.note(t(Words.codeSent, ticket.maskedPhone))
        }
        if let problem = codeProblem(entry) {
            // On a small screen it stands once, as the reason of the closed button.
            if !layout.isCompact || entry.mayBeTried(at: now) { ScreenView.note(problem, tone: .error) }
        } else if isBusy {
            ScreenView.note(t(entry.ticket == nil ? Words.sending : .codeWaiting), tone: .active)
        } else if let ticket = entry.ticket {
            ScreenView.note(t(Words.codeValid, "\(seconds(until: ticket.expiresAt))"), tone: .active)
        }
    }

    private func codeProblem(_ entry: CodeEntry) -> String? {
        switch entry.problem {
        case .wrong(let triesLeft): t(Words.wrongCode, "\(triesLeft)")
        case .noTriesLeft: t(Words.codeUsedUp)
        case .expired: t(Words.codeExpired)
        case nil: entry.ticket.map { $0.expiresAt <= now } ?? false ? t(Words.codeExpired) : nil
        }
    }

    private func resendBar(_ entry: CodeEntry) -> String? {
        if isBusy { return t(Words.codeWaiting) }
        guard let after = entry.resendAfter, after > now else { return nil }
        return t(Words.resendIn, "\(seconds(until: after))")
    }

    private func codeBar(_ entry: CodeEntry) -> String? {
        if isBusy { return t(Words.codeWaiting) }
        if entry.ticket == nil { return t(Words.codeWaiting) }
        if !entry.mayBeTried(at: now) { return codeProblem(entry) ?? t(Words.codeExpired) }
        return entry.code.count < CodeEntry.length ? t(Words.codeShort) : nil
    }
}
