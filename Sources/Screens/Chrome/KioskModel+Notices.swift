import Core
import Terminal

// What is said on top of a screen: notices, questions, the time-out warning.
extension KioskModel {
    func noticeBanner(_ layout: Layout) -> ScreenView {
        guard let words = noticeWords else { return recoveringNote(layout) }
        if layout.isCompact, words.action == nil { return .empty }
        return .banner(words.text, tone: words.tone, id: "notice", action: words.action)
    }

    /// On a small screen in one row: keys stand under it.
    private func recoveringNote(_ layout: Layout) -> ScreenView {
        switch cardWatch {
        case .steady: .empty
        case .lost, .rechecking:
            .note(
                t(layout.isCompact ? CommonText.readerRecoveringShort : .readerRecovering), tone: .warning)
        }
    }

    /// Words stand above the keys and leave few rows: fields go without their boxes and labels.
    func isTight(_ layout: Layout) -> Bool {
        let hasBanner = !layout.isCompact && noticeWords != nil
        return layout.size.height < Self.roomyHeight && (hasBanner || cardWatch != .steady)
    }

    /// Rows in which a pad of keys, its field and a banner stand one above the other.
    private static let roomyHeight = 34

    private struct NoticeWords {
        var text: String
        var tone = Tone.error
        var action: Action?
    }

    private var noticeWords: NoticeWords? {
        switch notice {
        case nil: nil
        case .trouble(let trouble): NoticeWords(text: words(for: trouble))
        case .refused(let refusal): NoticeWords(text: words(for: refusal.advice))
        case .formIncomplete(let problems):
            NoticeWords(text: t(CommonText.formIncomplete, "\(problems)"), action: .form(.nextProblem))
        case .returned: NoticeWords(text: t(EnterpriseText.returned), tone: .success)
        case .withdrawn: NoticeWords(text: t(ApplicationText.withdrawn), tone: .success)
        case .staffCalled: NoticeWords(text: t(CommonText.staffCalled), tone: .success)
        case .cardWantedAt(.identity): NoticeWords(text: t(IdentificationText.wanted), tone: .warning)
        case .cardWantedAt(.enterprise): NoticeWords(text: t(EnterpriseText.wanted), tone: .warning)
        case .sessionEnded: NoticeWords(text: t(CommonText.sessionRenewed), tone: .warning)
        }
    }

    func words(for advice: FaultAdvice) -> String { advice.words(in: language) }

    /// Without the code, for a remark beside a field.
    func remark(_ advice: FaultAdvice) -> String { advice.remark(in: language) }

    func words(for trouble: Trouble) -> String { words(for: trouble.advice) }
}

// MARK: Boxes over the screen

extension KioskModel {
    /// The time-out warning covers everything; then a question; then, on a small screen, a notice; then help.
    func covered(_ root: ScreenView, _ layout: Layout) -> ScreenView {
        if let seconds = warningSeconds { return warned(root, seconds, layout) }
        if let question { return asked(root, question, layout) }
        if layout.isCompact, let words = noticeWords, words.action == nil {
            return boxed(root, words.text, words.tone, layout)
        }
        return isHelpOpen ? helped(root, layout) : root
    }

    private func warned(_ root: ScreenView, _ seconds: Int, _ layout: Layout) -> ScreenView {
        let box = ScreenView.column(gap: layout.isCompact ? 0 : 1) {
            ScreenView.heading(t(CommonText.warningTitle), alignment: .center)
            ScreenView.countdown(
                t(CommonText.warningCountdown, "\(seconds)"), remaining: seconds, of: settings.warning)
            ScreenView.text(t(CommonText.warningKept), style: .dim)
            ScreenView.spacer
            ScreenView.row(gap: 2) {
                ScreenView.button(
                    t(CommonText.leaveNow), width: .flex(), id: "warning.leave", action: .anywhere(.leave))
                ScreenView.button(
                    t(CommonText.stay), isPrimary: true, width: .flex(), id: "warning.stay", action: .anywhere(.stay))
            }
        }
        return root.overlay(
            box.padding(horizontal: 1), size: boxSize(layout, height: 14), backdropAction: .anywhere(.stay),
            backdropLabel: t(CommonText.warningTitle))
    }

    private func boxed(_ root: ScreenView, _ text: String, _ tone: Tone, _ layout: Layout) -> ScreenView {
        let box = ScreenView.column {
            ScreenView.note(text, tone: tone).meaning(.alert, text, id: "notice")
            ScreenView.spacer
            ScreenView.button(
                t(CommonText.close), isPrimary: true, width: .flex(), action: .anywhere(.closeNotice))
        }
        return root.overlay(
            box.padding(horizontal: 1), size: boxSize(layout, height: 14),
            backdropAction: .anywhere(.closeNotice), backdropLabel: text)
    }

    private struct Question {
        var title: String
        var text: String
        var yes: FooterButton
        var no: FooterButton
    }

    private var question: Question? {
        switch screen {
        case .detail(let detail) where detail.asksBeforeEdit:
            Question(
                title: t(ApplicationText.editWarningTitle), text: t(ApplicationText.editWarning),
                yes: FooterButton(t(ApplicationText.editAnyway), .detail(.confirmEdit(true))),
                no: FooterButton(t(ApplicationText.keepSignature), .detail(.confirmEdit(false)), isPrimary: true))
        case .kindChoice(let choice) where choice.asksBeforeReplacing != nil:
            Question(
                title: t(ApplicationText.replaceTitle),
                text: t(ApplicationText.replaceText, visit.draft.map { word($0.form.kind) } ?? ""),
                yes: FooterButton(t(ApplicationText.replaceNow), .kinds(.confirmReplacing(true))),
                no: FooterButton(t(ApplicationText.keepDraft), .kinds(.confirmReplacing(false)), isPrimary: true))
        case .detail(let detail) where detail.asksBeforeWithdrawal:
            Question(
                title: t(ApplicationText.withdrawTitle), text: t(ApplicationText.withdrawText),
                yes: FooterButton(t(ApplicationText.withdrawNow), .detail(.confirmWithdrawal(true))),
                no: FooterButton(
                    t(ApplicationText.keepApplication), .detail(.confirmWithdrawal(false)), isPrimary: true))
        case .rename(let page) where page.asks:
            Question(
                title: t(RenameText.questionTitle, "\(page.offer?.entries.count ?? 0)"),
                text: t(RenameText.questionText, page.offer?.enterprise.name ?? ""),
                yes: FooterButton(t(RenameText.renameNow), .rename(.answer(true))),
                no: FooterButton(t(RenameText.notNow), .rename(.answer(false)), isPrimary: true))
        case .pinEntry(let entry) where entry.asksBeforeLastTry:
            Question(
                title: t(EnterpriseText.lastTryTitle), text: t(EnterpriseText.lastTryText),
                yes: FooterButton(t(EnterpriseText.tryAnyway), .pin(.confirmLastTry(true))),
                no: FooterButton(t(EnterpriseText.doNotTry), .pin(.confirmLastTry(false)), isPrimary: true))
        case .welcome, .privacyNotice, .cardReading, .identityReview, .phoneEntry, .codeEntry, .applicationList,
            .kindChoice, .changeGuide, .form, .enterpriseName, .enterprisePhone, .educationHours, .wordsEntry, .filing,
            .province, .qualificationDate, .sourceChoice, .stick, .fileReview, .phoneUpload, .scan, .takeAlong,
            .preview, .signed, .detail, .certificateReading, .pinEntry, .pendingList, .confirmedList, .certificateList,
            .certificate, .rename, .review,
            .formReturn, .sealed, .printing, .ended, .cornerOpening, .staff, .technician, .signaturePad:
            nil
        }
    }

    private func asked(_ root: ScreenView, _ question: Question, _ layout: Layout) -> ScreenView {
        let box = ScreenView.column(gap: layout.isCompact ? 0 : 1) {
            ScreenView.heading(question.title, alignment: .center)
            ScreenView.text(question.text)
            ScreenView.spacer
            ScreenView.row(gap: 2) {
                ScreenView.button(question.yes.label, width: .flex(), action: question.yes.action)
                ScreenView.button(question.no.label, isPrimary: true, width: .flex(), action: question.no.action)
            }
        }
        return root.overlay(box.padding(horizontal: 1), size: boxSize(layout, height: 13))
    }

    func boxSize(_ layout: Layout, height: Int) -> Size {
        Size(width: min(56, layout.size.width - 4), height: min(height, layout.size.height - 4))
    }
}
