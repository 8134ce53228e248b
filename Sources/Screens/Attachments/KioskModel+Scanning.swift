import Core
import Terminal

// The scanner: what lies in it is told while the person looks; a job can be stopped; more pages follow.
extension KioskModel {
    mutating func openScanner(_ page: ScanPage) -> [Command] {
        errands.drop(.scanner)
        screen = .scan(page)
        return watchScanner(page)
    }

    private mutating func watchScanner(_ page: ScanPage) -> [Command] {
        [errands.command(.watchScanner(page.state), in: .scanner)]
    }

    mutating func takeScanner(_ answer: Answer) -> [Command] {
        guard case .scanner(let state) = answer, case .scan(var page) = screen else { return [] }
        page.state = state
        screen = .scan(page)
        return isBusy ? [] : watchScanner(page)
    }

    mutating func act(_ action: Action.Scan) -> [Command] {
        guard case .scan(var page) = screen else { return [] }
        switch action {
        case .start:
            guard scanBarrier(page) == nil, !isBusy else { return [] }
            page.pagesDone = 0
            screen = .scan(page)
            errands.drop(.scanner)
            return begin(.scan(page.choice.purpose, behind: page.earlierPages, attachmentRules))
        case .stop:
            // What has come meanwhile is still awaited: the scanner says itself that it has stopped.
            return isBusy ? [errands.command(.stopScan, in: .none)] : []
        case .back:
            guard !isBusy else { return [] }
            errands.drop(.scanner)
            screen = page.before.map { .fileReview($0) } ?? .sourceChoice(page.choice)
            return []
        }
    }

    /// Why nothing can be scanned now; nil where nobody can know before it is tried.
    func scanBarrier(_ page: ScanPage) -> String? {
        switch page.state {
        case nil: t(SourceText.scannerAsking)
        case .loaded, .empty(hasGlass: true): nil
        case .empty(hasGlass: false):
            page.isForPhoto ? remark(FileFault.scannerHasNoGlass.advice) : t(SourceText.scannerNoPaper)
        case .fault(let fault): remark(fault.advice)
        }
    }

    mutating func noteScanned(_ pages: Int) {
        guard case .scan(var page) = screen, isBusy else { return }
        // A scanner that works is no idle screen.
        lastTouch = now
        page.pagesDone = pages
        screen = .scan(page)
    }

    /// What went wrong stands above the page, and the scanner is looked at again.
    mutating func stumble(_ trouble: Trouble, _ page: ScanPage) -> [Command] {
        var page = page
        page.state = nil
        page.pagesDone = 0
        screen = .scan(page)
        return stumble(trouble) + watchScanner(page)
    }
}
