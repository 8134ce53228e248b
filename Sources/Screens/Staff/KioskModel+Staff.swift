import Core
import Foundation
import Terminal

// Hall staff: find an accepted application, print its notice as a numbered copy.
extension KioskModel {
    var corner: CornerVisit? {
        if case .corner(let visit) = visit { visit } else { nil }
    }

    /// Home, with what was accepted here today asked for anew.
    mutating func showStaffHome() -> [Command] {
        screen = .staff(.home)
        guard let token = visit.token else { return [] }
        return [errands.command(.searchAsStaff(.today, token), in: .refresh)]
    }

    mutating func act(_ action: Action.Staff) -> [Command] {
        guard case .staff(let page) = screen else { return [] }
        if case .scanned(let character) = action { return scan(character, page) }
        if action == .home, page != .home {
            errands.drop(.foreground)
            return showStaffHome()
        }
        return switch page {
        case .home: actAtHome(action)
        case .number, .document, .day, .scan: actOnPad(action, page)
        case .card: action == .readAgain ? searchByCard() : []
        case .results(let found): open(action, among: found)
        case .application(let choice): act(action, choice)
        case .batch(let batch): act(action, batch)
        case .handOver(let list): action == .printHandOver ? printHandOver(list) : []
        }
    }

    private mutating func actAtHome(_ action: Action.Staff) -> [Command] {
        switch action {
        case .byNumber: screen = .staff(.number(NoticeDigits()))
        case .byDocument: screen = .staff(.document(DocumentDigits()))
        case .byDay: screen = .staff(.day(DateDigits()))
        case .byScan: screen = .staff(.scan(ScanEntry()))
        case .byCard:
            screen = .staff(.card)
            return devices.hasCard(.identity) ? searchByCard() : []
        case .today:
            screen = .staff(.results(corner?.today ?? []))
            return []
        case .batch: return openBatch()
        case .handOver:
            let out = (corner?.today ?? []).filter { !$0.isUnprinted }
            screen = .staff(.handOver(HandOver(applications: out.reversed())))
        default: return open(action, among: corner?.today ?? [])
        }
        return []
    }

    private mutating func actOnPad(_ action: Action.Staff, _ page: StaffPage) -> [Command] {
        switch action {
        case .find: return find(page)
        // Digits of a scan that began on the number's page, where they are its keys.
        case .key(.character(let character)) where page.isScan: return scan(character, page)
        case .key(let key): screen = .staff(page.taking(key))
        default: break
        }
        return []
    }

    private mutating func find(_ page: StaffPage) -> [Command] {
        switch page {
        case .number(let entry): search(entry.number(in: today.year).map { .notice($0) })
        case .document(let entry): search(entry.number.map { .person($0) })
        case .day(let entry): search(entry.date(within: daysOfSearch).map { .day($0) })
        case .scan(let entry): find(entry)
        case .home, .card, .results, .application, .batch, .handOver: []
        }
    }

    private mutating func open(_ action: Action.Staff, among found: [StaffApplication]) -> [Command] {
        if case .open(let id) = action { open(id, among: found) } else { [] }
    }

    private mutating func act(_ action: Action.Staff, _ choice: CopyChoice) -> [Command] {
        switch action {
        case .choose(let reason):
            var choice = choice
            choice.reason = reason
            screen = .staff(.application(choice))
            return []
        case .print: return print(choice)
        default: return []
        }
    }

    private mutating func act(_ action: Action.Staff, _ batch: NoticeBatch) -> [Command] {
        switch action {
        case .goOn: goOn(batch)
        case .skip: skip(batch)
        case .cancelSheet: cancelSheet(of: batch)
        case .sheetIsOut(let isOut): confirmSheet(of: batch, isOut: isOut)
        default: []
        }
    }

    private mutating func search(_ query: StaffQuery?) -> [Command] {
        guard let query, let token = visit.token else { return [] }
        return begin(.searchAsStaff(query, token))
    }

    /// No notice is older than the office's first system.
    var daysOfSearch: ClosedRange<CivilDate> {
        let first = CivilDate(year: 2019, month: 1, day: 1) ?? today
        return min(first, today)...today
    }

    /// A scanner types the whole code at once, from wherever staff look for applications.
    private mutating func scan(_ character: Character, _ page: StaffPage) -> [Command] {
        var entry: ScanEntry
        switch page {
        case .scan(let open): entry = open
        case .home, .number, .card, .results, .application: entry = ScanEntry()
        case .document, .day, .batch, .handOver: return []
        }
        guard visit.token != nil, !isBusy, entry.text.count < ScanEntry.mostCharacters else { return [] }
        entry.problem = nil
        entry.text.append(character)
        screen = .staff(.scan(entry))
        return []
    }

    private mutating func find(_ entry: ScanEntry) -> [Command] {
        guard !entry.text.isEmpty else { return [] }
        guard let reference = NoticeReference(scanned: entry.text) else {
            screen = .staff(.scan(ScanEntry(problem: .noNotice)))
            return []
        }
        return search(.sheet(reference))
    }

    /// The card is read and asked about without its holder ever standing on the screen.
    mutating func searchByCard() -> [Command] {
        guard let token = visit.token else { return [] }
        return begin(.searchByCard(token))
    }

    private mutating func open(_ id: ApplicationID, among found: [StaffApplication]) -> [Command] {
        guard !isBusy, let application = found.first(where: { $0.id == id }) else { return [] }
        screen = .staff(.application(CopyChoice(application: application)))
        return []
    }

    private mutating func print(_ choice: CopyChoice) -> [Command] {
        guard let reason = choice.reason, let token = visit.token, !isBusy else { return [] }
        let application = choice.application
        screen = .printing(
            Printing(
                application: application.id, number: application.noticeNumber, copy: application.nextCopy,
                reason: reason, staffPaper: application.paper))
        return begin(.printCopy(application.id, application.paper, reason, token))
    }

    private mutating func printHandOver(_ list: HandOver) -> [Command] {
        guard let member = corner?.member, !list.applications.isEmpty else { return [] }
        let entries = list.applications.compactMap { application in
            application.noticeNumber.map { (application, $0) }
        }.map { application, number in
            HandOverList.Entry(
                number: number, kind: application.kind, maskedName: application.maskedName,
                enterpriseName: application.enterpriseName, copies: application.copies.filter(\.isOut).count)
        }
        return begin(
            .printHandOver(
                HandOverList(day: today, hall: settings.hall, staffNumber: member.number, entries: entries)))
    }

    mutating func takeHandOver(_ result: Result<Kept, Trouble>) -> [Command] {
        guard case .staff(.handOver(var list)) = screen else { return [] }
        switch result {
        case .failure(let trouble): return stumble(trouble)
        case .success:
            list.isPrinted = true
            screen = .staff(.handOver(list))
            return []
        }
    }

    /// What staff have looked for.
    mutating func takeFound(_ result: Result<[StaffApplication], Trouble>) -> [Command] {
        guard case .staff(let page) = screen else { return [] }
        switch (page, result) {
        case (.number, .success(let found)), (.document, .success(let found)), (.day, .success(let found)),
            (.scan, .success(let found)), (.card, .success(let found)):
            if case .scan(var entry) = page, found.isEmpty {
                entry.problem = .unknown
                entry.text = ""
                screen = .staff(.scan(entry))
                return []
            }
            if found.count == 1, let only = found.first {
                screen = .staff(.application(CopyChoice(application: only)))
            } else {
                screen = .staff(.results(found))
            }
            return []
        case (_, .failure(let trouble)): return stumble(trouble)
        case (.home, .success), (.results, .success), (.application, .success), (.batch, .success),
            (.handOver, .success):
            return []
        }
    }

    /// What was accepted here today, asked for by the clock.
    mutating func takeToday(_ result: Result<[StaffApplication], Trouble>) -> [Command] {
        guard case .corner(var visit) = visit else { return [] }
        switch result {
        case .success(let found):
            visit.today = found
            self.visit = .corner(visit)
            return []
        case .failure(.store(.sessionEnded)): return renewSession()
        case .failure(let trouble):
            guard case .staff(.home) = screen, visit.today == nil else { return [] }
            return stumble(trouble)
        }
    }
}
