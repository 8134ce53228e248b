import Core
import Terminal

private typealias Words = SourceText

extension KioskModel {
    func scanPage(_ page: ScanPage, _ layout: Layout) -> Page {
        Page(
            title: t(Words.scanTitle, name(of: page.choice.purpose)), task: .form, hint: t(scanHint(page)),
            content: .column(gap: layout.gap) {
                for step in scanSteps(page) { ScreenView.text(step) }
                if !page.earlierPages.isEmpty {
                    ScreenView.note(t(Words.scanBehind, "\(page.earlierPages.count)"))
                }
                scanNews(page)
            },
            left: [
                isBusy
                    ? FooterButton(t(Words.scanStop), .scan(.stop))
                    : FooterButton(t(CommonText.back), .scan(.back))
            ],
            right: [
                FooterButton(
                    t(Words.scanStart), .scan(.start), isPrimary: true, unless: busyReason ?? scanBarrier(page))
            ])
    }

    private func scanHint(_ page: ScanPage) -> Words {
        switch page.choice.purpose {
        case .attachment(.photo): .scanHintPhoto
        case .attachment: .scanHint
        case .signature: .scanHintSignature
        }
    }

    private func scanSteps(_ page: ScanPage) -> [String] {
        switch page.choice.purpose {
        case .attachment(.photo): [t(Words.scanGlassPhoto)]
        case .attachment, .signature: [t(Words.scanFeeder), t(Words.scanGlass)]
        }
    }

    private func scanNews(_ page: ScanPage) -> ScreenView {
        if isBusy {
            let words = page.pagesDone == 0 ? t(Words.scanning) : t(Words.scanned, "\(page.pagesDone)")
            return .note(words, tone: .active)
        }
        if let barrier = scanBarrier(page) {
            return .note(barrier, tone: page.state == nil ? .active : .warning)
        }
        if page.isForPhoto { return .note(t(Words.scannerReady), tone: .success) }
        return page.state == .loaded
            ? .note(t(Words.scannerLoaded), tone: .success) : .note(t(Words.scannerGlass), tone: .warning)
    }
}
