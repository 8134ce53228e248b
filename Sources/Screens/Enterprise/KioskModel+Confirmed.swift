import Core
import Terminal

private typealias Words = EnterpriseText

// 企业已确认查询: what this enterprise has sealed, how far it has come, its notice once more.
extension KioskModel {
    mutating func showConfirmed(searching search: String = "") -> [Command] {
        guard case .enterprise(var visit) = visit else { return [] }
        visit.confirmedSearch = search
        self.visit = .enterprise(visit)
        screen = .confirmedList
        return []
    }

    mutating func act(_ action: Action.ConfirmedList) -> [Command] {
        guard case .confirmedList = screen, case .enterprise(var visit) = visit else { return [] }
        switch action {
        case .open(let id): return open(id)
        case .search:
            screen = .wordsEntry(
                WordsEntry(purpose: .search, text: visit.confirmedSearch ?? "", mode: .letters))
            return []
        case .showAll: return showConfirmed()
        case .back:
            visit.confirmedSearch = nil
            self.visit = .enterprise(visit)
            screen = .pendingList
            return []
        }
    }

    func confirmedPage(_ layout: Layout) -> Page {
        guard case .enterprise(let visit) = visit else { return Page(title: t(Words.confirmedTitle), content: .empty) }
        let search = visit.confirmedSearch ?? ""
        let found = visit.confirmed.filter { $0.matches(search) }
        return Page(
            title: t(Words.confirmedTitle), task: .list,
            hint: t(Words.confirmedHint, "\(found.count)", "\(visit.confirmed.count)"),
            content: .column(gap: layout.isCompact ? 0 : 1) {
                searchField(search)
                if found.isEmpty { ScreenView.note(t(search.isEmpty ? Words.nothingConfirmed : .nothingFound)) }
                for status in found { entry(status, name: status.applicantName, action: .confirmed(.open(status.id))) }
            },
            left: [FooterButton(t(CommonText.back), .confirmed(.back))],
            right: search.isEmpty ? [] : [FooterButton(t(Words.showAll), .confirmed(.showAll), isPrimary: true)])
    }

    private func searchField(_ search: String) -> ScreenView {
        .field(
            FieldContent(t(Words.search), value: search, placeholder: t(Words.searchEmpty)), labelWidth: 8,
            id: "confirmed.search", action: .confirmed(.search))
    }
}

extension ApplicationStatus {
    /// By characters or pinyin initials of the name, or by digits of the notice number.
    func matches(_ search: String) -> Bool {
        let wanted = search.lowercased().filter { !$0.isWhitespace }
        guard !wanted.isEmpty else { return true }
        let digits = noticeNumber.map { "\($0)".filter { !"-".contains($0) } } ?? ""
        return applicantName.contains(wanted) || digits.contains(wanted.filter { $0 != "-" })
            || PinyinInitials.keys(of: applicantName).contains { $0.hasPrefix(wanted) }
    }
}
