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
        case (.home, .number), (.home, .document), (.home, .day), (.home, .card), (.home, .results),
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
            (.card, .success(let found)):
            if found.count == 1, let only = found.first {
                screen = .staff(.application(CopyChoice(application: only)))
            } else {
                screen = .staff(.results(found))
            }
            return []
        case (_, .failure(let trouble)): return stumble(trouble)
        case (.home, .success), (.results, .success), (.application, .success): return []
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
