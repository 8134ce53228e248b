import Core
import Terminal

private typealias Words = ApplicationText

extension KioskModel {
    func detailPage(_ detail: ApplicationDetail, _ layout: Layout) -> Page {
        let status = visit.application(detail.id)
        return Page(
            title: t(Words.detailTitle), task: .detail, hint: status.map { word($0.kind) },
            content: paper(detail.typeset?.pictures ?? [], detail.look, facts(detail, status), layout) {
                .detail(.look($0))
            },
            pinned: paperButtons(detail.typeset?.pictures ?? [], detail.look) { .detail(.look($0)) },
            left: [FooterButton(t(CommonText.back), .detail(.back))] + editButton(detail),
            right: [primary(detail, status)])
    }

    private func facts(_ detail: ApplicationDetail, _ status: ApplicationStatus?) -> ScreenView {
        .column {
            if let status { summary(status, hidesReason: detail.registration?.itemsToMend.isEmpty == false) }
            if let registration = detail.registration {
                corrections(registration)
                history(registration)
                papers(registration)
                withdrawal(registration)
            } else {
                ScreenView.note(t(isBusy ? Words.loading : .notLoaded), tone: isBusy ? .active : .warning)
            }
        }
    }

    /// - Parameter hidesReason: when it stands below, item by item.
    private func summary(_ status: ApplicationStatus, hidesReason: Bool) -> ScreenView {
        .column {
            if case .enterprise = visit {
                fact(t(IdentificationText.name), "\(status.applicantName)  \(status.maskedIDNumber)")
            }
            fact(t(Words.detailEnterprise), status.enterprise?.name ?? t(Words.noEnterprise))
            fact(t(Words.detailState), word(status.state), style: tone(status.state).style)
            if let number = status.noticeNumber { fact(t(Words.detailNumber), "\(number)") }
            if let reason = status.reason, !hidesReason { fact(t(Words.detailReason), reason, style: .warning) }
        }
    }

    /// 补正: everything at once, item by item, above the story.
    private func corrections(_ registration: Registration) -> ScreenView {
        let items = registration.itemsToMend
        guard !items.isEmpty else { return .empty }
        return .column {
            ScreenView.space(1)
            ScreenView.text(t(Words.detailItems, "\(items.count)"), style: .strong)
            for (index, item) in items.enumerated() {
                ScreenView.note("\(index + 1). \(item)", tone: .warning)
            }
        }
    }

    private func history(_ registration: Registration) -> ScreenView {
        .column {
            ScreenView.space(1)
            ScreenView.text(t(Words.detailHistory), style: .strong)
            for step in registration.history {
                ScreenView.note(
                    "\(CivilDate(shanghai: step.at)) \(clock(at: step.at))  \(word(step.event))", tone: .success)
            }
        }
    }

    private func papers(_ registration: Registration) -> ScreenView {
        guard !registration.papers.isEmpty else { return .empty }
        return .column {
            ScreenView.space(1)
            ScreenView.text(t(Words.detailPapers), style: .strong)
            for paper in registration.papers {
                ScreenView.note(
                    "\(paperWord(paper)) \(CivilDate(shanghai: paper.signedAt)) \(clock(at: paper.signedAt))",
                    tone: paper.isVoid ? .plain : .success)
            }
            if registration.standingPaper(.sealedForm) != nil {
                ScreenView.button(
                    t(TakeAlongText.takeForm), availability: .unless(busyReason), width: .fixed(24),
                    action: .detail(.takeAlong))
            }
        }
    }

    /// Under everything else: nobody touches it on the way to something.
    private func withdrawal(_ registration: Registration) -> ScreenView {
        guard mayWithdraw(registration) else { return .empty }
        return .column {
            ScreenView.space(1)
            ScreenView.button(t(Words.withdraw), width: .fixed(24), action: .detail(.withdraw))
        }
    }

    private func paperWord(_ paper: SignedPaper) -> String {
        let name =
            switch paper.kind {
            case .personallySignedForm: t(Words.personPaper)
            case .sealedForm: t(Words.sealedPaper)
            }
        return paper.isVoid ? "\(name)（\(t(Words.voided))）" : name
    }

    private func editButton(_ detail: ApplicationDetail) -> [FooterButton] {
        guard let registration = detail.registration, mayEdit(registration) else { return [] }
        if mustMend(registration) { return [FooterButton(t(PaperText.printCorrection), .detail(.printDecision))] }
        return [FooterButton(t(Words.edit), .detail(.edit), unless: busyReason)]
    }

    /// The office waits for the applicant's correction: that is what to do here.
    private func mustMend(_ registration: Registration) -> Bool {
        mayEdit(registration) && registration.state == .correctionRequired
    }

    private func primary(_ detail: ApplicationDetail, _ status: ApplicationStatus?) -> FooterButton {
        guard let registration = detail.registration else {
            return FooterButton(
                t(CommonText.retry), .detail(.retry), isPrimary: true, unless: isBusy ? t(Words.loading) : nil)
        }
        if case .applicant = visit, registration.state == .saved {
            return FooterButton(t(Words.continueSigning), .detail(.sign), isPrimary: true, unless: busyReason)
        }
        if mustMend(registration) {
            return FooterButton(t(Words.edit), .detail(.edit), isPrimary: true, unless: busyReason)
        }
        switch registration.decisionPaper {
        case .correction?: return FooterButton(t(PaperText.printCorrection), .detail(.printDecision), isPrimary: true)
        case .nonAcceptance?:
            return FooterButton(t(PaperText.printNonAcceptance), .detail(.printDecision), isPrimary: true)
        case .receipt?, .certificate?, .renames?, nil: break
        }
        return FooterButton(
            t(Words.print), .detail(.print), isPrimary: true,
            unless: status?.noticeNumber == nil ? t(Words.noNotice) : nil)
    }
}
