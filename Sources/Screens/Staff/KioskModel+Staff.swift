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
        switch (action, page) {
        case (.home, .number), (.home, .document), (.home, .scan), (.home, .day), (.home, .card), (.home, .results),
            (.home, .batch), (.home, .handOver),
            (.home, .application):
            errands.drop(.foreground)
            return showStaffHome()
        case (.byNumber, .home):
            screen = .staff(.number(NoticeDigits()))
            return []
        case (.byCard, .home):
            screen = .staff(.card)
            return devices.hasCard(.identity) ? searchByCard() : []
        case (.byDocument, .home):
            screen = .staff(.document(DocumentDigits()))
            return []
        case (.byDay, .home):
            screen = .staff(.day(DateDigits()))
            return []
        case (.byScan, .home):
            screen = .staff(.scan(ScanEntry()))
            return []
        case (.scanned(let character), _): return scan(character, page)
        // Digits of a scan that began on the number's page, where they are its keys.
        case (.key(.character(let character)), .scan): return scan(character, page)
        case (.find, .scan(let entry)): return find(entry)
        case (.batch, .home): return openBatch()
        case (.goOn, .batch(let batch)): return goOn(batch)
        case (.skip, .batch(let batch)): return skip(batch)
        case (.cancelSheet, .batch(let batch)): return cancelSheet(of: batch)
        case (.sheetIsOut(let isOut), .batch(let batch)): return confirmSheet(of: batch, isOut: isOut)
        case (.handOver, .home):
            screen = .staff(.handOver((corner?.today ?? []).filter { !$0.isUnprinted }.reversed()))
            return []
        case (.key(let key), .document(var entry)):
            entry.take(key)
            screen = .staff(.document(entry))
            return []
        case (.key(let key), .day(var entry)):
            entry.take(key)
            screen = .staff(.day(entry))
            return []
        case (.find, .document(let entry)): return search(entry.number.map { .person($0) })
        case (.find, .day(let entry)): return search(entry.date(within: daysOfSearch).map { .day($0) })
        case (.key(let key), .number(var entry)):
            entry.digits.take(key, limit: NoticeDigits.limit)
            screen = .staff(.number(entry))
            return []
        case (.find, .number(let entry)): return search(entry.number(in: today.year).map { .notice($0) })
        case (.readAgain, .card): return searchByCard()
        case (.open(let id), .home): return open(id, among: corner?.today ?? [])
        case (.open(let id), .results(let found)): return open(id, among: found)
        case (.choose(let reason), .application(var choice)):
            choice.reason = reason
            screen = .staff(.application(choice))
            return []
        case (.print, .application(let choice)): return print(choice)
        case (_, _): return []
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
                reason: reason))
        return begin(.printCopy(application.id, reason, token))
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
