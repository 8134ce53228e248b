import Core
import Terminal

private typealias Words = EntryText

// The number of an identity document on a pad of digits with X.
extension KioskModel {
    /// With its problem below; on a small screen that stands once, as the reason of the closed button.
    func documentField(_ label: String, _ entry: DocumentDigits, _ layout: Layout) -> ScreenView {
        let problem = documentProblem(entry)
        return .column {
            entryField(
                label, value: entry.grouped, placeholder: t(Words.documentPlaceholder),
                problem: layout.isCompact ? nil : problem, layout)
            if entry.number != nil {
                ScreenView.note(t(Words.documentRight), tone: .success)
            } else if problem == nil, !layout.isCompact {
                ScreenView.note(t(Words.documentCount, "\(entry.text.count)"), tone: .active)
            }
        }
    }

    /// Why the number cannot be used yet; nil when it can.
    func documentBar(_ entry: DocumentDigits) -> String? {
        if entry.number != nil { return nil }
        return documentProblem(entry) ?? t(Words.documentShort)
    }

    private func documentProblem(_ entry: DocumentDigits) -> String? {
        entry.hasStrayX ? t(Words.strayX) : entry.problem.map { remark($0.advice) }
    }
}
