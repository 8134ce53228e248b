import Core
import Terminal

private typealias Words = EnterpriseText

extension KioskModel {
    func printingPage(_ printing: Printing) -> Page {
        let words = printWords(printing)
        return Page(
            title: words.title, task: words.task, isTaskLarge: words.task == .printed,
            hint: t(Words.copy, "\(printing.copy)"),
            steps: printSteps(printing),
            content: .column(gap: 1) {
                words.notes
                if let number = printing.number { ScreenView.note(t(Words.numberKept, "\(number)")) }
            },
            left: words.left, right: words.right)
    }

    /// The notice has its own words, every other paper those with its name in them.
    private func words(_ notice: Words, _ other: PaperText, _ printing: Printing) -> String {
        printing.name == .acceptanceNotice ? t(notice) : t(other, word(printing.name))
    }

    private func printTitle(_ printing: Printing) -> String { words(.printTitle, .printTitle, printing) }

    func word(_ paper: PaperName) -> String {
        switch paper {
        case .acceptanceNotice: t(PaperText.notice)
        case .correctionNotice: t(PaperText.correction)
        case .nonAcceptanceNotice: t(PaperText.nonAcceptance)
        case .filingReceipt: t(PaperText.receipt)
        case .registrationCertificate: t(PaperText.certificate)
        case .renameList: t(PaperText.renames)
        case .initialForm, .renewalForm, .cancellationForm, .handOverList, .testSheet: paper.chinese
        }
    }

    private func printSteps(_ printing: Printing) -> [Step] {
        guard printing.name == .acceptanceNotice else { return [] }
        switch visit {
        case .enterprise: return enterpriseSteps(4)
        case .applicant, .none: return applicationSteps(4)
        case .corner: return []
        }
    }

    private struct PrintWords {
        var title: String
        var task = TaskText.print
        var notes: [ScreenView]
        var left: [FooterButton] = []
        var right: [FooterButton] = []
    }

    private func printWords(_ printing: Printing) -> PrintWords {
        switch printing.phase {
        case .ordering:
            PrintWords(
                title: printTitle(printing), notes: [.note(words(.ordering, .ordering, printing), tone: .active)],
                left: [toList])
        case .alreadyPrinted(let sheets):
            PrintWords(
                title: words(.alreadyTitle, .alreadyTitle, printing), notes: [.note(t(Words.alreadyText, "\(sheets)"))],
                left: [toList],
                right: [again])
        case .failed(let trouble):
            PrintWords(
                title: t(Words.notOrderedTitle), task: .trouble,
                notes: [.banner(words(for: trouble), tone: .error, id: "fault")], left: [toList],
                right: [FooterButton(t(CommonText.retry), .printing(.retry), isPrimary: true)])
        case .following(_, let progress): words(for: progress, printing)
        }
    }

    private func words(for progress: PrintProgress, _ printing: Printing) -> PrintWords {
        switch progress {
        case .waiting:
            PrintWords(
                title: printTitle(printing), notes: [.note(t(Words.waiting), tone: .active)], left: [toList, cancel])
        case .printing(let sheet, let total):
            PrintWords(
                title: printTitle(printing), notes: [progressBar(sheet, of: total, printing)], left: [toList, cancel])
        case .held(let fault):
            PrintWords(
                title: t(Words.heldTitle), task: .trouble, notes: [heldBanner(fault), .note(t(Words.heldText))],
                left: [toList, cancel],
                right: corner == nil
                    ? [FooterButton(t(CommonText.callStaff), .anywhere(.callStaff), isPrimary: true)] : [])
        case .ended(let state): words(for: state, printing)
        }
    }

    /// What an applicant may do about it, or what staff do.
    private func heldBanner(_ fault: PrinterFault) -> ScreenView {
        corner == nil ? .banner(words(for: fault.advice), tone: .warning, id: "fault") : staffBanner(fault)
    }

    /// Nothing is left to be decided.
    private func isCancelled(_ printing: Printing) -> Bool {
        visit.application(printing.application)?.state == .cancelled
    }

    private func progressBar(_ sheet: Int, of total: Int, _ printing: Printing) -> ScreenView {
        let text = t(Words.printingSheet, "\(sheet)", "\(total)")
        return .progress((Double(sheet) - 0.5) / Double(max(1, total)), text: text, label: printTitle(printing))
    }

    private func words(for state: PrintOrder.State, _ printing: Printing) -> PrintWords {
        switch state {
        case .printed: printedWords(printing)
        case .failed:
            PrintWords(
                title: t(Words.failedPrintTitle), task: .trouble,
                notes: [.banner(t(Words.failedPrintText), tone: .error, id: "fault")],
                left: [toList] + staff, right: [again])
        case .cancelled:
            PrintWords(
                title: t(Words.cancelledTitle), notes: [.note(t(Words.failedPrintText))], left: [toList], right: [again]
            )
        case .unknown:
            PrintWords(
                title: words(.unknownTitle, .unknownTitle, printing), task: .trouble,
                notes: [.note(t(Words.unknownText), tone: .warning)],
                left: staff + [FooterButton(t(Words.sheetIsNotOut), .printing(.sheetIsOut(false)))],
                right: [FooterButton(t(Words.sheetIsOut), .printing(.sheetIsOut(true)), isPrimary: true)])
        case .ready, .submitting, .accepted:
            PrintWords(title: printTitle(printing), notes: [.note(t(Words.waiting), tone: .active)], left: [toList])
        }
    }

    /// Staff go back to choose a reason for the next copy.
    private func printedWords(_ printing: Printing) -> PrintWords {
        let banner = ScreenView.banner(words(.printedText, .printedText, printing), tone: .success, id: "printed")
        guard corner == nil else {
            return PrintWords(
                title: words(.printedTitle, .printedTitle, printing), task: .printed, notes: [banner], right: [toList])
        }
        return PrintWords(
            title: words(.printedTitle, .printedTitle, printing), task: .printed,
            notes: [banner]
                + (printing.paper == nil
                    ? [.note(t(isCancelled(printing) ? Words.cancelledAfterwards : .afterwards))] : []),
            left: [toList, FooterButton(t(Words.printAgain), .printing(.again))],
            right: [FooterButton(t(CommonText.leave), .anywhere(.leave), isPrimary: true)])
    }

    private var toList: FooterButton {
        FooterButton(corner == nil ? t(Words.backToList) : t(CornerText.backToCorner), .printing(.done))
    }

    private var cancel: FooterButton { FooterButton(t(Words.cancelPrint), .printing(.cancel)) }
    private var again: FooterButton { FooterButton(t(Words.printAgain), .printing(.again), isPrimary: true) }
    /// They are there already in their own corner.
    private var staff: [FooterButton] {
        corner == nil ? [FooterButton(t(CommonText.callStaff), .anywhere(.callStaff))] : []
    }
}
