import Core
import Terminal

private typealias Words = CornerText

extension KioskModel {
    func batchPage(_ batch: NoticeBatch) -> Page {
        Page(
            title: t(Words.batchTitle), hint: t(Words.batchHint),
            content: .column(gap: 1) {
                ScreenView.progress(
                    Double(batch.printed) / Double(max(1, batch.total)),
                    text: t(Words.batchProgress, "\(batch.printed)", "\(batch.total)"), label: t(Words.batchTitle))
                batchState(batch)
                if let next = batch.waiting.first { staffSheet(next) }
                for skipped in batch.skipped {
                    ScreenView.note(t(Words.batchSkipped, skipped.noticeNumber.map { "\($0)" } ?? ""), tone: .warning)
                }
                if batch.waiting.count > 1 {
                    ScreenView.note(t(Words.batchWaiting, "\(batch.waiting.count - 1)"))
                }
            },
            left: batchWaysOut(batch), right: batchWaysOn(batch))
    }

    /// Not to be opened: only what it is.
    private func staffSheet(_ application: StaffApplication) -> ScreenView {
        .column {
            if let number = application.noticeNumber { fact(t(Words.noticeNumber), "\(number)") }
            fact(t(Words.applicant), "\(application.maskedName) \(application.maskedIDNumber)")
            fact(t(EnterpriseText.enterpriseName), application.enterpriseName)
        }
    }

    private func batchState(_ batch: NoticeBatch) -> ScreenView {
        switch batch.phase {
        case .ready where batch.waiting.isEmpty: .banner(t(Words.batchDone), tone: .success, id: "printed")
        case .ready: .note(t(Words.batchReady))
        case .ordering: .note(t(EnterpriseText.ordering), tone: .active)
        case .failed(let trouble): .banner(words(for: trouble), tone: .error, id: "fault")
        case .following(_, let progress): batchState(progress)
        }
    }

    private func batchState(_ progress: PrintProgress) -> ScreenView {
        switch progress {
        case .waiting: .note(t(EnterpriseText.waiting), tone: .active)
        case .printing(let sheet, let total):
            .note(t(EnterpriseText.printingSheet, "\(sheet)", "\(total)"), tone: .active)
        case .held(let fault): staffBanner(fault)
        case .ended(.unknown): .banner(t(Words.batchLook), tone: .warning, id: "fault")
        case .ended(.printed): .note(t(EnterpriseText.printedText), tone: .success)
        case .ended(.failed), .ended(.cancelled), .ended(.ready), .ended(.submitting), .ended(.accepted):
            .banner(t(Words.batchStopped), tone: .error, id: "fault")
        }
    }

    private func batchWaysOut(_ batch: NoticeBatch) -> [FooterButton] {
        let home = FooterButton(t(batch.isRunning ? Words.batchStop : Words.backToCorner), .staff(.home))
        if batch.isAsking { return [home, FooterButton(t(EnterpriseText.sheetIsNotOut), .staff(.sheetIsOut(false)))] }
        if batch.isRunning { return [home, FooterButton(t(EnterpriseText.cancelPrint), .staff(.cancelSheet))] }
        if batch.mayGoOn, batch.phase != .ready { return [home, FooterButton(t(Words.batchSkip), .staff(.skip))] }
        return [home]
    }

    private func batchWaysOn(_ batch: NoticeBatch) -> [FooterButton] {
        if batch.isAsking {
            return [FooterButton(t(EnterpriseText.sheetIsOut), .staff(.sheetIsOut(true)), isPrimary: true)]
        }
        guard batch.mayGoOn else { return [] }
        let label: Words = batch.phase == .ready && batch.printed == 0 ? .batchStart : .batchGoOn
        return [FooterButton(t(label), .staff(.goOn), isPrimary: true)]
    }
}
