import Core
import Terminal

private typealias Words = ApplicationText

extension KioskModel {
    /// The whole way of an application, for the line under the title.
    func applicationSteps(_ current: Int) -> [Step] {
        let words: [Words] = [.stepKind, .stepForm, .stepSign, .stepSeal, .stepPrint]
        return Step.way(words.map { t($0) }, current: current)
    }

    // MARK: 我的申请

    func listPage(_ layout: Layout) -> Page {
        guard case .applicant(let visit) = visit else { return emptyPage }
        let greeting = t(Words.greeting, Masking.name(visit.identity.name), "\(visit.applications.count)")
        return Page(
            title: t(Words.listTitle), task: .list, hint: greeting,
            content: .column(gap: layout.isCompact ? 0 : 1) {
                if visit.mustCollectAgain { certificatesEntry(visit) }
                draftEntry(visit)
                for status in visit.applications { entry(status, name: nil) }
                if visit.applications.isEmpty, visit.draft == nil { ScreenView.note(t(Words.noApplications)) }
                if !visit.mustCollectAgain { certificatesEntry(visit) }
            },
            left: [FooterButton(t(CommonText.leave), .anywhere(.leave))],
            right: [FooterButton(t(Words.newApplication), .list(.new), isPrimary: true, unless: busyReason)])
    }

    /// First of all for whom the employer has a new name: the certificate is to be collected again.
    private func certificatesEntry(_ visit: ApplicantVisit) -> ScreenView {
        .entry(
            t(CertificateText.entry), status: visit.mustCollectAgain ? word(CertificateState.renamed) : "",
            tone: visit.mustCollectAgain ? .active : .plain,
            details: [t(visit.mustCollectAgain ? CertificateText.renamedNote : .entryDetail)], id: "certificates",
            action: .list(.showCertificates))
    }

    /// Never shown: the list belongs to a visit.
    private var emptyPage: Page { Page(title: t(Words.listTitle), content: .empty) }

    private func draftEntry(_ visit: ApplicantVisit) -> ScreenView {
        guard let draft = visit.draft else { return .empty }
        let isPending = draft.pendingEntry != nil
        return .entry(
            t(isPending ? Words.pendingEntry : .draftEntry, word(draft.form.kind)), status: word(.draft), tone: .active,
            details: [t(isPending ? Words.pendingDetail : .draftDetail)], id: "draft", action: .list(.continueDraft))
    }

    /// One application of a list; with the name for an enterprise, which has many people.
    func entry(_ status: ApplicationStatus, name: String?, action: Action? = nil) -> ScreenView {
        let who = name == nil ? status.enterprise?.name ?? t(Words.noEnterprise) : status.maskedIDNumber
        let number = status.noticeNumber.map { t(Words.number, "\($0)") }
        let updated = t(Words.updated, "\(CivilDate(shanghai: status.updatedAt)) \(clock(at: status.updatedAt))")
        return .entry(
            name.map { "\($0) · \(word(status.kind))" } ?? word(status.kind), status: word(status.state),
            tone: tone(status.state),
            details: (presentation.printSize == .large
                ? [who, number, status.reason] : [who, number, status.reason, updated]).compactMap { $0 },
            id: "application \(status.id)", action: action ?? .list(.open(status.id)))
    }

    // MARK: Choice of kind

    func kindsPage(_ layout: Layout) -> Page {
        Page(
            title: t(Words.kindsTitle), task: .kinds, hint: t(Words.kindsHint), steps: applicationSteps(0),
            content: .column(gap: layout.isCompact ? 0 : 1) {
                for kind in RegistrationKind.allCases { kindButton(kind, layout) }
                changeButton(layout)
            },
            left: [FooterButton(t(CommonText.back), .kinds(.back))])
    }

    private func kindButton(_ kind: RegistrationKind, _ layout: Layout) -> ScreenView {
        let reason = barrier(to: kind).map { remark($0.advice) }
        let button = ScreenView.button(
            word(kind), availability: .unless(reason), isPrimary: reason == nil,
            reason: .elsewhere, width: layout.isCompact ? .flex() : .fixed(24), height: choiceHeight(layout),
            action: .kinds(.choose(kind)))
        if let reason { return choiceRow(button, "✕ \(reason)", .warning, layout) }
        if let closing = closingWords(kind) { return choiceRow(button, "! \(closing)", .warning, layout) }
        return choiceRow(button, "✓ \(t(Words.available))：\(t(detail(of: kind)))", .success, layout)
    }

    func choiceHeight(_ layout: Layout) -> Length { layout.isLarge && !layout.isCompact ? .fixed(5) : .fit }

    /// No application, but where people look for it.
    private func changeButton(_ layout: Layout) -> ScreenView {
        let button = ScreenView.button(
            t(Words.change), reason: .elsewhere, width: layout.isCompact ? .flex() : .fixed(24),
            height: choiceHeight(layout), action: .kinds(.change))
        return choiceRow(button, t(Words.changeDetail), .normal, layout)
    }

    func choiceRow(_ button: ScreenView, _ words: String, _ style: Style, _ layout: Layout) -> ScreenView {
        let note = ScreenView.text(words, style: style).width(.flex())
        return layout.isCompact
            ? .column {
                button
                note
            }
            : .row(gap: 2, alignment: .center) {
                button
                note
            }
    }

    /// What a person should know before starting an offered kind.
    private func closingWords(_ kind: RegistrationKind) -> String? {
        guard case .applicant(let visit) = visit else { return nil }
        return switch visit.offer(of: kind).notice {
        case .renewalCloses(let day): t(Words.renewalCloses, "\(day)")
        case .educationProofRequired, nil: nil
        }
    }

    private func detail(of kind: RegistrationKind) -> Words {
        switch kind {
        case .initial: .initialDetail
        case .renewal: .renewalDetail
        case .cancellation: .cancellationDetail
        }
    }
}
