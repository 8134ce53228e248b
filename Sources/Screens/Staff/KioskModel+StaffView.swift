import Core
import Foundation
import Terminal

private typealias Words = CornerText

extension KioskModel {
    func staffPage(_ page: StaffPage, _ layout: Layout) -> Page {
        switch page {
        case .home: staffHomePage(layout)
        case .number(let entry): staffNumberPage(entry, layout)
        case .document(let entry): staffDocumentPage(entry, layout)
        case .day(let entry): staffDayPage(entry, layout)
        case .card: staffCardPage()
        case .results(let found): staffResultsPage(found, layout)
        case .application(let choice): copyPage(choice)
        case .scan(let entry): staffScanPage(entry)
        case .batch(let batch): batchPage(batch)
        case .handOver(let list): handOverPage(list, layout)
        }
    }

    // MARK: Home

    private func staffHomePage(_ layout: Layout) -> Page {
        let reason = visit.token == nil ? t(Words.needsStore) : nil
        return Page(
            title: t(Words.staffTitle), hint: t(Words.staffHint),
            content: .column(gap: layout.isCompact ? 0 : 1) {
                withoutStore(.hallStaff)
                printerState
                otherWays(layout, unless: reason)
                if !layout.isCompact { todaysNotices }
            },
            left: [FooterButton(t(CommonText.leave), .anywhere(.leave))],
            right: [
                FooterButton(t(Words.byCard), .staff(.byCard), unless: reason),
                FooterButton(t(Words.byNumber), .staff(.byNumber), isPrimary: true, unless: reason),
            ])
    }

    /// Ways to find an application without its number or its card. On a small screen nothing is scrolled away: what was
    /// accepted today is a way like the others, and without the store, of which the others would speak, there are none.
    private func otherWays(_ layout: Layout, unless reason: String?) -> ScreenView {
        let availability = Availability.unless(reason)
        func way(_ label: String, _ action: Action.Staff, _ availability: Availability) -> ScreenView {
            .button(label, availability: availability, reason: .elsewhere, width: .flex(), action: .staff(action))
        }
        if layout.isCompact, reason != nil { return .empty }
        return .column {
            ScreenView.row(gap: 1) {
                way(t(layout.isCompact ? Words.byDocumentShort : .byDocument), .byDocument, availability)
                way(t(layout.isCompact ? Words.byDayShort : .byDay), .byDay, availability)
            }
            ScreenView.row(gap: 1) {
                way(t(layout.isCompact ? Words.byScanShort : .byScan), .byScan, availability)
                if corner?.today?.contains(where: { !$0.isUnprinted }) == true {
                    way(t(layout.isCompact ? Words.handOverShort : .handOver), .handOver, availability)
                }
            }
            if !layout.isCompact {
                if !unprintedToday.isEmpty { way(t(Words.batch, "\(unprintedToday.count)"), .batch, availability) }
            } else if let today = corner?.today {
                ScreenView.row(gap: 1) {
                    if !today.isEmpty { way(t(Words.todaysNotices, "\(today.count)"), .today, availability) }
                    if !unprintedToday.isEmpty {
                        way(t(Words.batchShort, "\(unprintedToday.count)"), .batch, availability)
                    }
                }
            } else {
                ScreenView.note(t(Words.asking), tone: .active)
            }
        }
    }

    /// What the printer has, and what staff do about it.
    var printerState: ScreenView {
        guard let fault = devices.printer else { return .note(t(Words.printerWell), tone: .success) }
        return staffBanner(fault)
    }

    func staffBanner(_ fault: PrinterFault) -> ScreenView {
        .banner("\(fault.advice.staff)（\(fault.advice.code)）", tone: .warning, id: "fault")
    }

    private var todaysNotices: ScreenView {
        guard visit.token != nil else { return .empty }
        guard let today = corner?.today else { return .note(t(Words.asking), tone: .active) }
        return .column {
            ScreenView.text(t(Words.acceptedToday, "\(today.count)"), style: .strong)
            for application in today { staffEntry(application) }
        }
    }

    private func staffEntry(_ application: StaffApplication) -> ScreenView {
        .entry(
            application.noticeNumber.map { "\($0)" } ?? word(application.paper), status: copies(application),
            tone: .plain,
            details: [
                "\(application.maskedName) · \(word(application.kind)) · \(word(application.state))",
                application.enterpriseName,
            ],
            id: "application \(application.id)", action: .staff(.open(application.id)))
    }

    private func copies(_ application: StaffApplication) -> String {
        t(Words.printedTimes, "\(application.copies.filter(\.isOut).count)")
    }

    // MARK: Find

    private func staffNumberPage(_ entry: NoticeDigits, _ layout: Layout) -> Page {
        let number = entry.number(in: today.year)
        return Page(
            title: t(Words.numberTitle), hint: t(Words.numberHint),
            content: padPage(layout, pad: digitPad(layout) { .staff(.key($0)) }) {
                entryField(
                    t(Words.numberLabel), value: entry.digits, placeholder: t(Words.numberPlaceholder),
                    problem: nil, layout)
                if let number { ScreenView.note("\(number)", tone: .active) }
                if isBusy { ScreenView.note(t(Words.asking), tone: .active) }
            },
            scrolls: false,
            left: [FooterButton(t(CommonText.back), .staff(.home))],
            right: [
                FooterButton(
                    t(Words.find), .staff(.find), isPrimary: true,
                    unless: number == nil ? t(Words.numberShort) : busyReason)
            ])
    }

    private func staffDocumentPage(_ entry: DocumentDigits, _ layout: Layout) -> Page {
        Page(
            title: t(Words.documentTitle), hint: t(Words.documentHint),
            content: padPage(layout, pad: digitPad(layout, corner: .x) { .staff(.key($0)) }) {
                documentField(t(Words.documentLabel), entry, layout)
                if isBusy { ScreenView.note(t(Words.asking), tone: .active) }
            },
            scrolls: false,
            left: [
                FooterButton(t(CommonText.back), .staff(.home)),
                FooterButton(keyboardLabels.clear, .staff(.key(.clear))),
            ],
            right: [
                FooterButton(
                    t(Words.find), .staff(.find), isPrimary: true, shortcut: .enter,
                    unless: documentBar(entry) ?? busyReason)
            ])
    }

    private func staffDayPage(_ entry: DateDigits, _ layout: Layout) -> Page {
        Page(
            title: t(Words.dayTitle), hint: t(Words.dayHint),
            content: padPage(layout, pad: digitPad(layout) { .staff(.key($0)) }) {
                dateField(t(Words.dayLabel), entry, within: daysOfSearch, layout)
                if isBusy { ScreenView.note(t(Words.asking), tone: .active) }
            },
            scrolls: false,
            left: [FooterButton(t(CommonText.back), .staff(.home))],
            right: [
                FooterButton(
                    t(Words.find), .staff(.find), isPrimary: true, shortcut: .enter,
                    unless: dateBar(entry, within: daysOfSearch) ?? busyReason)
            ])
    }

    private func staffScanPage(_ entry: ScanEntry) -> Page {
        Page(
            title: t(Words.scanTitle), hint: t(Words.scanHint),
            content: .column(gap: 1) {
                switch entry.problem {
                case .noNotice: ScreenView.banner(t(Words.scanNoNotice), tone: .error, id: "fault")
                case .unknown: ScreenView.banner(t(Words.scanUnknown), tone: .error, id: "fault")
                case nil: ScreenView.empty
                }
                ScreenView.note(
                    isBusy ? t(Words.asking) : entry.text.isEmpty ? t(Words.scanWanted) : t(Words.scanRunning),
                    tone: .active)
            },
            left: [FooterButton(t(CommonText.back), .staff(.home))],
            right: [
                FooterButton(
                    t(Words.find), .staff(.find), isPrimary: true,
                    unless: entry.text.isEmpty ? t(Words.scanWanted) : busyReason)
            ])
    }

    /// What goes from hand to hand at the end of the day: each notice that is out, with its copies.
    private func handOverPage(_ list: HandOver, _ layout: Layout) -> Page {
        let found = list.applications
        let sheets = found.map { $0.copies.filter(\.isOut).count }.reduce(0, +)
        return Page(
            title: t(Words.handOverTitle, "\(today)"), hint: t(Words.handOverHint),
            content: .column(gap: layout.isCompact ? 0 : 1) {
                if list.isPrinted { ScreenView.note(t(Words.handOverPrinted), tone: .success) }
                ScreenView.text(t(Words.handOverTotal, "\(found.count)", "\(sheets)"), style: .strong)
                for (index, application) in found.enumerated() {
                    ScreenView.column {
                        ScreenView.note(
                            "\(index + 1)  \(application.noticeNumber.map { "\($0)" } ?? "")  \(copies(application))")
                        ScreenView.text(
                            "   \(application.maskedName) · \(word(application.kind)) · \(application.enterpriseName)")
                    }
                }
            },
            left: [FooterButton(t(CommonText.back), .staff(.home))],
            right: [
                FooterButton(
                    t(Words.handOverPrint), .staff(.printHandOver), isPrimary: true,
                    unless: found.isEmpty ? t(Words.nothingFound) : busyReason)
            ])
    }

    private func staffCardPage() -> Page {
        Page(
            title: t(Words.cardTitle), hint: t(Words.cardHint),
            content: .column(gap: 1) {
                if let fault = devices.fault(of: .identity) {
                    ScreenView.banner(words(for: fault.advice), tone: .error, id: "fault")
                }
                ScreenView.note(t(isBusy ? Words.asking : .cardWanted), tone: .active)
            },
            left: [FooterButton(t(CommonText.back), .staff(.home))],
            right: [
                FooterButton(
                    t(IdentificationText.readAgain), .staff(.readAgain), isPrimary: true,
                    unless: devices.hasCard(.identity) ? busyReason : t(Words.cardWanted))
            ])
    }

    private func staffResultsPage(_ found: [StaffApplication], _ layout: Layout) -> Page {
        Page(
            title: t(Words.resultsTitle),
            content: .column(gap: layout.isCompact ? 0 : 1) {
                if found.isEmpty { ScreenView.note(t(Words.nothingFound), tone: .warning) }
                for application in found { staffEntry(application) }
            },
            left: [FooterButton(t(CommonText.back), .staff(.home))])
    }
}
