import Core
import Foundation
import Terminal

private typealias Words = IdentificationText

// Waiting for a card and reading it, for both readers.
extension KioskModel {
    func readingPage(_ reading: CardReading, _ role: ReaderRole) -> Page {
        switch reading.phase {
        case .awaitingCard(let until): waitingPage(role, until)
        case .forgottenCard(let until): forgottenPage(role, until)
        case .reading: readingNowPage(role)
        case .failed(let fault, let until): failedPage(fault, role, until)
        case .expired(let found, let until): expiredPage(found, until)
        }
    }

    private func steps(_ role: ReaderRole) -> [Step] {
        switch role {
        case .identity:
            Step.way([Words.stepCard, .stepCheck, .stepApply, .stepFinish].map { t($0) }, current: 0)
        case .enterprise: enterpriseSteps(0)
        }
    }

    func home(_ role: ReaderRole) -> FooterButton {
        switch role {
        case .identity: FooterButton(t(CommonText.home), .reading(.home))
        case .enterprise: FooterButton(t(CommonText.home), .certificate(.home))
        }
    }

    private func again(_ role: ReaderRole) -> FooterButton {
        let action: Action =
            switch role {
            case .identity: .reading(.retry)
            case .enterprise: .certificate(.retry)
            }
        return FooterButton(t(Words.readAgain), action, isPrimary: true)
    }

    private func homeCountdown(_ until: Date) -> ScreenView {
        let seconds = seconds(until: until)
        return .countdown(t(Words.homeCountdown, "\(seconds)"), remaining: seconds, of: settings.cardWait)
    }

    private func waitingPage(_ role: ReaderRole, _ until: Date) -> Page {
        let isIdentity = role == .identity
        return Page(
            title: isIdentity ? t(Words.placeTitle) : t(EnterpriseText.insertTitle),
            task: isIdentity ? .card : .certificate, isTaskLarge: true, steps: steps(role),
            content: .column(gap: 1) {
                cardPicture(role)
                ScreenView.note(isIdentity ? t(Words.placeHint) : t(EnterpriseText.insertHint), tone: .active)
                if isIdentity { ScreenView.note(t(Words.placeHelp)) }
                homeCountdown(until)
            },
            left: [home(role)])
    }

    /// Says where the card goes, without any words in it that a reader of the screen would miss.
    private func cardPicture(_ role: ReaderRole) -> ScreenView {
        let word = role == .identity ? "身份证" : "一证通"
        return .column {
            ScreenView.line("▒▒▒▒▒▒▒▒▒▒▒▒▒▒", style: .dim, alignment: .center)
            ScreenView.line("▒   \(word)   ▒", style: .strong, alignment: .center)
            ScreenView.line("▒▒▒▒▒▒▒▒▒▒▒▒▒▒", style: .dim, alignment: .center)
            ScreenView.line("▼ ▼ ▼", style: .title, alignment: .center)
        }
        .meaning(.image, word)
    }

    private func forgottenPage(_ role: ReaderRole, _ until: Date) -> Page {
        Page(
            title: t(Words.forgottenTitle), task: .trouble, steps: steps(role),
            content: .column(gap: 1) {
                ScreenView.note(t(Words.forgottenText), tone: .warning)
                homeCountdown(until)
            },
            left: [home(role), FooterButton(t(CommonText.callStaff), .anywhere(.callStaff))])
    }

    private func readingNowPage(_ role: ReaderRole) -> Page {
        Page(
            title: role == .identity ? t(Words.readingTitle) : t(EnterpriseText.readingTitle), task: .wait,
            steps: steps(role),
            content: .column(gap: 1) {
                cardPicture(role)
                ScreenView.note(t(Words.readingText), tone: .active)
            },
            left: [home(role)])
    }

    private func failedPage(_ fault: CardFault, _ role: ReaderRole, _ until: Date) -> Page {
        let isBlocked = fault == .pinBlocked
        return Page(
            title: isBlocked
                ? t(EnterpriseText.blockedTitle)
                : role == .identity ? t(Words.failedTitle) : t(EnterpriseText.failedTitle),
            task: .trouble, steps: steps(role),
            content: .column(gap: 1) {
                ScreenView.banner(words(for: fault.advice), tone: .error, id: "fault")
                if role == .identity { ScreenView.note(t(Words.placeHelp)) }
                homeCountdown(until)
            },
            left: [home(role), FooterButton(t(CommonText.callStaff), .anywhere(.callStaff))],
            right: isBlocked ? [] : [again(role)])
    }

    private func expiredPage(_ found: CertificateFound, _ until: Date) -> Page {
        Page(
            title: t(EnterpriseText.expiredTitle), task: .trouble, steps: steps(.enterprise),
            content: .column(gap: 1) {
                ScreenView.banner(
                    t(EnterpriseText.expiredText, "\(found.lastDay)"), tone: .error, id: "fault")
                fact(t(EnterpriseText.enterpriseName), found.enterpriseName)
                homeCountdown(until)
            },
            left: [home(.enterprise), FooterButton(t(CommonText.callStaff), .anywhere(.callStaff))])
    }
}
