import Core
import Terminal

private typealias Words = EntryText

// A day on a pad of digits: `padPage(layout, pad: digitPad(layout) { … }) { dateField(…) }`.
extension KioskModel {
    /// The places of a day, filled as far as it is typed, with the problem or what comes next below. On a small screen
    /// that stands once, as the reason of the closed button: see ``dateBar(_:within:)``.
    func dateField(
        _ label: String, _ entry: DateDigits, within days: ClosedRange<CivilDate>, _ layout: Layout
    ) -> ScreenView {
        let problem = entry.problem(within: days).map(remark)
        return .column {
            if !layout.isCompact { ScreenView.text(label, style: .strong) }
            ScreenView.line(places(of: entry), style: .field)
                .padding(horizontal: 1).background(.field)
                .border(.double, style: problem == nil ? .border : .error)
                .meaning(.field, label, value: entry.date.map { "\($0)" } ?? entry.digits)
            if layout.isCompact {
                ScreenView.empty
            } else if let problem {
                ScreenView.text("✕ \(problem)", style: .error)
            } else if let next = nextPart(of: entry) {
                ScreenView.note(next, tone: .active)
            }
        }
    }

    /// Why the day cannot be used yet; nil when it can.
    func dateBar(_ entry: DateDigits, within days: ClosedRange<CivilDate>) -> String? {
        entry.problem(within: days).map(remark) ?? nextPart(of: entry)
    }

    /// `2026 年 0▏_ 月 __ 日`
    private func places(of entry: DateDigits) -> String {
        let typed = entry.digits.map(String.init)
        let all = (0..<8).map { $0 < typed.count ? typed[$0] : $0 == typed.count ? "▏" : "_" }
        let (year, month, day) = (all[0..<4].joined(), all[4..<6].joined(), all[6..<8].joined())
        return switch language {
        case .chinese: "\(year) 年 \(month) 月 \(day) 日"
        case .english: "\(year) - \(month) - \(day)"
        }
    }

    private func nextPart(of entry: DateDigits) -> String? {
        switch entry.next {
        case .year: t(Words.dateYear)
        case .month: t(Words.dateMonth)
        case .day: t(Words.dateDay)
        case nil: nil
        }
    }

    private func remark(_ problem: DateProblem) -> String {
        switch problem {
        case .noSuchMonth: t(Words.noSuchMonth)
        case .noSuchDay(let year, let month, let last): t(Words.noSuchDay, "\(year)", "\(month)", "\(last)")
        case .before(let day): t(Words.dateBefore, "\(day)")
        case .after(let day): t(Words.dateAfter, "\(day)")
        }
    }
}
