import Core
import Terminal

private typealias Words = ApplicationText

// The employer's name: the register by initials first, the Chinese input second.
extension KioskModel {
    func namePage(_ entry: EnterpriseName, _ layout: Layout) -> Page {
        let name = initialForm?.enterpriseName ?? ""
        let field = entryField(
            t(Words.enterpriseName), value: name + entry.letters, placeholder: t(Words.namePlaceholder), problem: nil,
            Layout(size: Layout.smallest))
        return Page(
            title: t(Words.nameTitle), hint: layout.size.height > 32 ? t(Words.nameHint) : nil,
            content: .column {
                field
                if layout.isCompact {
                    compactKeyboard(entry)
                } else {
                    ScreenView.spacer
                    ScreenView.keyboard(keyboard(entry)) { .enterpriseName(.key($0)) }
                }
            },
            scrolls: false,
            left: layout.isCompact || layout.size.height > 32
                ? [FooterButton(t(CommonText.cancel), .enterpriseName(.cancel))] : [],
            right: layout.isCompact ? [confirmName] : [])
    }

    private var confirmName: FooterButton {
        FooterButton(t(Words.useName), .enterpriseName(.key(.confirm)), isPrimary: true, shortcut: .enter)
    }

    private func keyboard(_ entry: EnterpriseName) -> Keyboard {
        Keyboard(
            mode: entry.mode, composition: entry.composition.preedit, candidates: entry.composition.candidates,
            suggestions: entry.matches.map(\.name), keepsOriginalCharacters: entry.keepsOriginalCharacters,
            labels: keyboardLabels)
    }

    private func compactKeyboard(_ entry: EnterpriseName) -> ScreenView {
        .empty
    }
}
