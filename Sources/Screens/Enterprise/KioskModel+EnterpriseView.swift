import Core
import Foundation
import Terminal

private typealias Words = EnterpriseText

extension KioskModel {
    func enterpriseSteps(_ current: Int) -> [Step] {
        let words: [Words] = [.stepCard, .stepPIN, .stepCheck, .stepSeal, .stepPrint]
        return Step.way(words.map { t($0) }, current: current)
    }

    // MARK: PIN

    func pinPage(_ entry: PINEntry, _ layout: Layout) -> Page {
        let isSeal = if case .seal = entry.purpose { true } else { false }
        return Page(
            title: entry.isBlocked ? t(Words.blockedTitle) : t(isSeal ? Words.sealPINTitle : .pinTitle),
            task: entry.isBlocked ? .trouble : .pin,
            steps: enterpriseSteps(isSeal ? 3 : 1),
            content: entry.isBlocked
                ? blockedWords
                : padPage(layout, pad: digitPad(layout, order: entry.order, isSecret: true) { .pin(.key($0)) }) {
                    if !layout.isCompact { certificateDetails(entry, isSeal) }
                    pinDots(entry, layout)
                    pinRemark(entry, isSeal, layout)
                },
            scrolls: entry.isBlocked,
            left: [
                FooterButton(
                    t(isSeal ? CommonText.back : .leave), .pin(.back), unless: isBusy ? busyWords(isSeal) : nil)
            ],
            right: entry.isBlocked ? [] : [submit(entry, isSeal)])
    }

    private var blockedWords: ScreenView {
        .column(gap: 1) {
            ScreenView.banner(words(for: CardFault.pinBlocked.advice), tone: .error, id: "fault")
            ScreenView.note(t(Words.blocked))
        }
    }

    private func certificateDetails(_ entry: PINEntry, _ isSeal: Bool) -> ScreenView {
        .column {
            fact(t(Words.enterpriseName), entry.certificate.enterpriseName, width: language == .chinese ? 9 : 12)
            fact(
                t(Words.certificate), t(Words.serial, String(entry.certificate.serial.suffix(4))),
                width: language == .chinese ? 9 : 12)
            fact(t(Words.lastDay), "\(entry.certificate.lastDay)", width: language == .chinese ? 9 : 12)
            if case .seal(let registration) = entry.purpose {
                fact(
                    t(IdentificationText.name),
                    "\(registration.applicant.identity.name) · \(word(registration.kind))",
                    width: language == .chinese ? 9 : 12)
            }
        }
    }

    private func pinDots(_ entry: PINEntry, _ layout: Layout) -> ScreenView {
        let filled = Array(repeating: "●", count: entry.pin.count)
        let open = Array(repeating: "○", count: max(0, PINEntry.lengths.upperBound - entry.pin.count))
        return .column {
            if !layout.isCompact { ScreenView.text(t(Words.pinLabel), style: .strong) }
            ScreenView.line((filled + open).joined(separator: " "), style: .field, alignment: .center)
                .padding(horizontal: 1).background(.field).border(.double)
                .meaning(.field, t(Words.pinLabel), value: "•••", id: "pin")
                .secret(.entry(count: entry.pin.count))
        }
    }

    private func pinRemark(_ entry: PINEntry, _ isSeal: Bool, _ layout: Layout) -> ScreenView {
        // A small screen has rows for one remark: while the reader recovers, for the words about that.
        if layout.isCompact, cardWatch != .steady { return .empty }
        if isBusy {
            let words = entry.triesLeft == nil ? t(CommonText.working) : busyWords(isSeal)
            return .note(words, tone: .active)
        }
        switch entry.problem {
        case .wrong(let triesLeft) where triesLeft > 1:
            return .note(t(Words.wrongPIN, "\(triesLeft)"), tone: .error)
        case .wrong, .blocked, nil: break
        }
        switch entry.triesLeft {
        case nil: return .note(t(Words.triesUnknown), tone: .warning)
        case 1: return .note(t(Words.lastTry), tone: .warning)
        case .some(let triesLeft): return .note(t(Words.triesLeft, "\(triesLeft)"))
        }
    }

    private func busyWords(_ isSeal: Bool) -> String { t(isSeal ? Words.sealing : .checkingPIN) }

    private func submit(_ entry: PINEntry, _ isSeal: Bool) -> FooterButton {
        if entry.triesLeft == nil {
            return FooterButton(t(CommonText.retry), .pin(.submit), isPrimary: true, unless: busyReason)
        }
        return FooterButton(
            t(isSeal ? Words.sealNow : .logIn), .pin(.submit), isPrimary: true, shortcut: .enter,
            unless: isBusy ? busyWords(isSeal) : entry.isComplete ? nil : t(Words.pinShort))
    }

    // MARK: 待企业确认

    func pendingPage(_ layout: Layout) -> Page {
        guard case .enterprise(let visit) = visit else { return Page(title: t(Words.listTitle), content: .empty) }
        return Page(
            title: t(Words.listTitle), task: .pending, hint: t(Words.listHint),
            content: .column(gap: layout.isCompact ? 0 : 1) {
                if visit.pending.isEmpty { ScreenView.note(t(Words.nothing)) }
                for status in visit.pending { entry(status, name: status.applicantName) }
                section(.sectionOthers, visit.confirmed)
                section(.sectionWithApplicant, visit.withApplicant)
                ScreenView.entry(
                    t(RenameText.entry), status: "", tone: .plain, details: [t(RenameText.entryDetail)], id: "rename",
                    action: .list(.showRename))
            },
            left: [FooterButton(t(CommonText.leave), .anywhere(.leave))],
            right: [FooterButton(t(Words.confirmedTitle), .list(.showConfirmed))])
    }

    @ViewBuilder<Action> private func section(_ title: Words, _ applications: [ApplicationStatus]) -> [ScreenView] {
        if !applications.isEmpty {
            ScreenView.text(t(title, "\(applications.count)"), style: .strong)
            for status in applications { entry(status, name: status.applicantName) }
        }
    }

    // MARK: Review

    func reviewPage(_ review: FormReview, _ layout: Layout) -> Page {
        Page(
            title: t(Words.reviewTitle), task: .check, hint: t(Words.reviewHint), steps: enterpriseSteps(2),
            content: reviewContent(review, layout),
            pinned: .column {
                paperButtons(review.typeset?.pictures ?? [], review.look) { .review(.look($0)) }
                opinionTick(review)
            },
            left: [FooterButton(t(CommonText.back), .review(.back))] + sendBack(review),
            right: [reviewPrimary(review)])
    }

    private func reviewContent(_ review: FormReview, _ layout: Layout) -> ScreenView {
        guard let registration = review.registration else {
            return .note(t(isBusy ? ApplicationText.loading : .notLoaded), tone: isBusy ? .active : .warning)
        }
        return paper(review.typeset?.pictures ?? [], review.look, formText(registration), layout) {
            .review(.look($0))
        }
    }

    private func opinionTick(_ review: FormReview) -> ScreenView {
        guard let registration = review.registration else { return .empty }
        let isCancellation = registration.kind == .cancellation
        return .tick(
            t(isCancellation ? Words.cancellationOpinion : .opinion), isOn: review.isAgreed, id: "review.opinion",
            action: .review(.agree(!review.isAgreed)))
    }

    private func sendBack(_ review: FormReview) -> [FooterButton] {
        review.registration == nil ? [] : [FooterButton(t(Words.sendBack), .review(.sendBack))]
    }

    private func reviewPrimary(_ review: FormReview) -> FooterButton {
        guard review.registration != nil else {
            return FooterButton(
                t(CommonText.retry), .review(.retry), isPrimary: true,
                unless: isBusy ? t(ApplicationText.loading) : nil)
        }
        return FooterButton(
            t(Words.goSeal), .review(.seal), isPrimary: true,
            unless: review.isAgreed ? nil : t(Words.opinionNeeded))
    }

    // MARK: Sealed

    func sealedPage(_ id: ApplicationID) -> Page {
        let status = visit.application(id)
        let isCancelled = status?.state == .cancelled
        return Page(
            title: t(Words.sealedTitle), task: .sealed, isTaskLarge: true, steps: enterpriseSteps(4),
            content: .column(gap: 1) {
                if let number = status?.noticeNumber {
                    ScreenView.banner(
                        t(isCancelled ? Words.cancelledNumber : .sealedNumber, "\(number)"), tone: .success,
                        id: "number")
                } else if let status, let reason = status.reason {
                    ScreenView.note("\(word(status.state))：\(reason)", tone: tone(status.state))
                } else {
                    ScreenView.note(t(Words.sealedWaiting), tone: .active)
                }
                ScreenView.note(t(Words.sealedText))
                ScreenView.note(t(isCancelled ? Words.cancelledAfterwards : .afterwards))
                if let fault = devices.printer { ScreenView.note(words(for: fault.advice), tone: .warning) }
            },
            left: [
                FooterButton(t(CommonText.leave), .anywhere(.leave)),
                FooterButton(t(Words.backToList), .sealed(.list)),
            ],
            right: [
                FooterButton(
                    t(Words.print), .sealed(.print), isPrimary: true,
                    unless: status?.noticeNumber == nil ? t(Words.sealedWaiting) : nil)
            ])
    }
}
