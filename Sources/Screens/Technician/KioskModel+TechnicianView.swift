import Core
import Terminal

private typealias Words = TechnicianText

extension KioskModel {
    func technicianPage(_ page: TechnicianPage, _ layout: Layout) -> Page {
        switch page {
        case .home: technicianHomePage(layout)
        case .selfTest(let test): selfTestPage(test, layout)
        case .survey(let survey): surveyPage(survey)
        case .log(let survey): logPage(survey)
        case .touch(let tiles): touchPage(tiles, layout)
        case .machine(let page): machinePage(page, layout)
        }
    }

    private var toTechnicianHome: FooterButton { FooterButton(t(CommonText.back), .technician(.home)) }

    private func technicianHomePage(_ layout: Layout) -> Page {
        let ways: [(any TextKey, any TextKey, Action.Technician)] = [
            (Words.selfTest, Words.selfTestDetail, .selfTest), (Words.survey, Words.surveyDetail, .survey),
            (Words.log, Words.logDetail, .log), (Words.touch, Words.touchDetail, .touch),
            (MachineText.entry, MachineText.entryDetail, .machine),
        ]
        return Page(
            title: t(Words.technicianTitle),
            content: .column(gap: layout.isCompact ? 0 : 1) {
                withoutStore(.technician)
                for (label, detail, action) in ways {
                    ScreenView.button(
                        t(label), detail: t(detail), width: .flex(), action: .technician(action))
                }
            },
            left: [FooterButton(t(CommonText.leave), .anywhere(.leave))])
    }

    // MARK: Self-test

    private func selfTestPage(_ test: SelfTest, _ layout: Layout) -> Page {
        Page(
            title: t(Words.selfTestTitle), hint: t(Words.selfTestHint),
            content: .column(gap: layout.isCompact ? 0 : 1) {
                for part in SelfTestPart.allCases { testEntry(part, test) }
            },
            left: [toTechnicianHome],
            right: [
                FooterButton(
                    t(Words.testAll), .technician(.testAll), isPrimary: true,
                    unless: test.queue.isEmpty ? nil : t(Words.testing))
            ])
    }

    private func testEntry(_ part: SelfTestPart, _ test: SelfTest) -> ScreenView {
        let (status, tone) = state(of: part, test)
        return .entry(
            t(name(of: part)), status: t(status), tone: tone, details: test.results[part].map(lines) ?? ["–"],
            id: "test \(part.rawValue)", action: .technician(.test(part)))
    }

    private func state(of part: SelfTestPart, _ test: SelfTest) -> (Words, Tone) {
        if test.queue.contains(part) { return (.testing, .active) }
        guard let result = test.results[part] else { return (.untested, .plain) }
        return result.isPassed ? (.passed, .success) : (.failed, .error)
    }

    private func name(of part: SelfTestPart) -> Words {
        switch part {
        case .identityReader: .partIdentityReader
        case .enterpriseReader: .partEnterpriseReader
        case .printer: .partPrinter
        case .store: .partStore
        case .storage: .partStorage
        case .chineseInput: .partChineseInput
        case .typesetting: .partTypesetting
        case .clock: .partClock
        case .scanner: .partScanner
        case .testSheet: .partTestSheet
        }
    }

    private func lines(of result: SelfTestResult) -> [String] {
        switch result {
        case .well(let finding), .unwell(let finding): [words(for: finding)]
        case .failed(let advice): technicianLines(advice)
        }
    }

    private func words(for finding: SelfTestFinding) -> String {
        switch finding {
        case .staffCardRead(let bytes): t(Words.staffCardRead, "\(bytes)")
        case .identityRead: t(Words.identityRead)
        case .readerEmpty: t(Words.readerEmpty)
        case .printerAnswers: t(Words.printerAnswers)
        case .storeAnswers(let address, let milliseconds): t(Words.storeAnswers, address, "\(milliseconds)")
        case .storageWhole: t(Words.storageWhole)
        case .characters(let characters, let pinyin): t(Words.inputWorks, pinyin, characters)
        case .noCharacters: t(Words.inputEmpty)
        case .pageSet(let bytes): t(Words.pageSet, "\(bytes)")
        case .clock(let seconds, let tolerance):
            abs(seconds) <= tolerance
                ? t(Words.clockBeside, "\(seconds)") : t(Words.clockWrong, "\(seconds)", "\(tolerance)")
        case .sheetHanded: t(Words.sheetHanded)
        case .scannerAnswers(.loaded): t(Words.scannerLoaded)
        case .scannerAnswers(.empty): t(Words.scannerEmpty)
        case .scannerAnswers(.fault(let fault)): words(for: fault.advice)
        case .noScanner: t(Words.noScanner)
        }
    }

    /// In Chinese what staff do stands first; what the log says is the same in both languages.
    private func technicianLines(_ advice: FaultAdvice) -> [String] {
        switch language {
        case .chinese: ["\(advice.code) \(advice.staff)", advice.technician]
        case .english: ["\(advice.code) \(advice.technician)"]
        }
    }

    // MARK: What the kiosk knows of itself

    private func surveyPage(_ survey: KioskSurvey?) -> Page {
        Page(
            title: t(Words.surveyTitle),
            content: .column(gap: 1) {
                if let survey {
                    ScreenView.column { survey.facts.map { fact(t(name(of: $0.name)), $0.value) } }
                    counts(survey.counts)
                    troubles(survey.troubles)
                } else {
                    ScreenView.note(t(CommonText.working), tone: .active)
                }
            },
            left: [toTechnicianHome])
    }

    private func name(of fact: KioskSurvey.Fact.Name) -> Words {
        switch fact {
        case .kiosk: .factKiosk
        case .store: .factStore
        case .program: .factProgram
        case .system: .factSystem
        case .kernel: .factKernel
        }
    }

    private func counts(_ counts: KioskCounts?) -> ScreenView {
        guard let counts else { return .note(words(for: StorageFault.unavailable.advice), tone: .error) }
        return .column {
            fact(t(Words.waitingEntries), "\(counts.waitingEntries)", width: 20)
            fact(t(Words.openOrders), "\(counts.openOrders)", width: 20)
            fact(t(Words.unknownOrders), "\(counts.unknownOrders)", width: 20)
        }
    }

    private func troubles(_ troubles: [KioskSurvey.Trouble]) -> ScreenView {
        .column {
            ScreenView.text(t(Words.lastTroubles), style: .strong)
            if troubles.isEmpty { ScreenView.note(t(Words.noTroubles), tone: .success) }
            for trouble in troubles {
                ScreenView.note("\(instant(trouble.at)) ×\(trouble.count)")
                for line in technicianLines(trouble.advice) { ScreenView.text(line, style: .dim) }
            }
        }
    }

    private func logPage(_ survey: KioskSurvey?) -> Page {
        Page(
            title: t(Words.logTitle), hint: t(Words.logHint),
            content: .column {
                if let survey {
                    if survey.log.isEmpty { ScreenView.note(t(Words.logEmpty)) }
                    for line in survey.log { ScreenView.text(line, style: .dim) }
                } else {
                    ScreenView.note(t(CommonText.working), tone: .active)
                }
            },
            left: [toTechnicianHome])
    }

    // MARK: Touch

    /// Fields of nine by three cells over all that title and footer leave; each stays painted once it was touched.
    private func touchPage(_ tiles: Set<TouchTile>, _ layout: Layout) -> Page {
        let columns = max(1, (layout.size.width - 2 * layout.padding) / Self.tileSize.width)
        // The footer is higher in large print.
        let chrome = Self.touchChrome + (layout.isLarge ? 1 : 0)
        let free = layout.size.height - chrome - (notice == nil && cardWatch == .steady ? 0 : Self.bannerRows)
        let rows = max(1, free / Self.tileSize.height)
        let shown = (0..<rows).flatMap { row in (0..<columns).map { TouchTile(row: row, column: $0) } }
        let painted = shown.filter(tiles.contains).count
        return Page(
            title: t(Words.touchTitle, "\(painted)", "\(shown.count)"),
            content: .column {
                for row in 0..<rows {
                    ScreenView.row {
                        (0..<columns).map { tile(TouchTile(row: row, column: $0), isPainted: tiles) }
                    }
                }
            },
            scrolls: false, left: [toTechnicianHome])
    }

    private static let tileSize = Size(width: 9, height: 3)
    /// Status row, title with its rule, footer.
    private static let touchChrome = 7
    /// Words that stand under the title now and then.
    private static let bannerRows = 4

    private func tile(_ tile: TouchTile, isPainted tiles: Set<TouchTile>) -> ScreenView {
        let isPainted = tiles.contains(tile)
        let mark = isPainted ? "███████" : "·"
        return ScreenView.line(mark, style: isPainted ? .success : .dim, alignment: .center)
            .border()
            .onTap(
                .technician(.paint(tile)), label: "\(tile.row + 1)/\(tile.column + 1)", isSelected: isPainted
            )
            .width(.fixed(Self.tileSize.width)).height(.fixed(Self.tileSize.height))
    }
}
