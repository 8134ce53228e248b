import Core
import Terminal

private typealias Words = ApplicationText

// The employer's name: the register by initials first, the Chinese input second.
extension KioskModel {
    func namePage(_ entry: EnterpriseName, _ layout: Layout) -> Page {
        let name = initialForm?.enterpriseName ?? ""
        let isSmall = layout.isCompact || layout.isLarge || layout.size.width < 60
        let field = ScreenView.line(
            name + entry.letters + "▏", style: .field, mayBeShortened: true
        )
        .padding(horizontal: 1).background(.field).border(.double)
        .meaning(.field, t(Words.enterpriseName), value: name, id: "name")
        return Page(
            title: t(Words.nameTitle), task: .employer, hint: t(Words.nameHint),
            content: .column {
                ScreenView.row(gap: 1) {
                    field.width(.flex())
                    if !isSmall { cancelName }
                }
                if isSmall {
                    ScreenView.spacer
                    compactKeyboard(entry, layout)
                } else {
                    ScreenView.line(searchWords(entry), style: .dim, mayBeShortened: true)
                    ScreenView.spacer
                    ScreenView.keyboard(keyboard(entry, layout)) { .enterpriseName(.key($0)) }
                }
            },
            scrolls: false, usesFullWidth: !isSmall && layout.size.width < 70,
            left: isSmall ? [FooterButton(t(CommonText.cancel), .enterpriseName(.cancel))] : [],
            right: isSmall ? [confirmName] : [])
    }

    private var cancelName: ScreenView {
        .button(t(CommonText.cancel), width: .fixed(12), action: .enterpriseName(.cancel))
    }

    private var confirmName: FooterButton {
        FooterButton(t(Words.useName), .enterpriseName(.key(.confirm)), isPrimary: true, shortcut: .enter)
    }

    private func searchWords(_ entry: EnterpriseName) -> String {
        entry.matches.isEmpty ? t(Words.namePlaceholder) : t(Words.matches)
    }

    private func keyboard(_ entry: EnterpriseName, _ layout: Layout) -> Keyboard {
        var keyboard = Keyboard(
            mode: entry.mode, composition: entry.composition.preedit, candidates: entry.composition.candidates,
            hasMoreCandidates: entry.composition.hasMore,
            suggestions: entry.matches.map(\.name), keepsOriginalCharacters: entry.keepsOriginalCharacters,
            labels: keyboardLabels)
        keyboard.strokes = entry.strokes
        keyboard.cell = layout.cell
        return keyboard
    }
}

// MARK: The small screen

extension KioskModel {
    /// Half the alphabet at a time; above it the register's names, or the candidates when there are none, or when the
    /// person asks for them.
    private func compactKeyboard(_ entry: EnterpriseName, _ layout: Layout) -> ScreenView {
        let letters = entry.showsLaterLetters ? "NOPQRSTUVWXYZ" : "ABCDEFGHIJKLM"
        return .column {
            compactStrip(entry)
            for row in rows(of: letters, entry, layout) {
                ScreenView.row { row.map { $0.height(.fixed(layout.letterKeyHeight)) } }
            }
        }
    }

    private func compactStrip(_ entry: EnterpriseName) -> ScreenView {
        let names = entry.matches.map(\.name)
        let showsNames = !names.isEmpty && !entry.prefersCandidates
        let values = showsNames ? names : entry.composition.candidates
        let boxes = values.enumerated().map { index, value in
            let key: KeyboardKey = showsNames ? .suggestion(index) : .candidate(index)
            return ScreenView.line(value, style: .strong, alignment: .center, mayBeShortened: true)
                .padding(horizontal: max(1, 3 - TextWidth.of(value)))
                .border()
                .onTap(.enterpriseName(.key(key)), role: .choice, label: value, id: "choice \(index + 1)")
        }
        return ScreenView.scroll(
            "choices", subject: values.first ?? "", buttons: scrollLabels, step: 3, .flow { boxes }
        ).height(.fixed(3))
    }

    private func rows(of letters: String, _ entry: EnterpriseName, _ layout: Layout) -> [[ScreenView]] {
        let keys = letters.map { letter in
            compactKey(String(letter), .key(.character(Character(letter.lowercased()))))
        }
        let others = entry.showsLaterLetters ? "A–M" : "N–Z"
        let words = entry.prefersCandidates ? Words.toNames : .toCharacters
        let face = layout.isCompact ? (entry.prefersCandidates ? "名" : "字") : t(words)
        let last = [
            compactKey(others, .showLaterLetters(!entry.showsLaterLetters), weight: 8),
            compactKey(face, label: t(words), .preferCandidates(!entry.prefersCandidates), weight: 7),
            compactKey(
                layout.isCompact ? "C" : keyboardLabels.clear, label: keyboardLabels.clear, .key(.clear), weight: 7),
            compactKey("⌫", label: keyboardLabels.backspace, .key(.backspace), weight: 8),
        ]
        return [Array(keys[0..<6]), Array(keys[6..<12]), [keys[12]] + last]
    }

    private func compactKey(
        _ face: String, label: String? = nil, _ action: Action.EnterpriseName, weight: Int = 6
    ) -> ScreenView {
        ScreenView.column {
            ScreenView.spacer
            ScreenView.line(face, style: .key, alignment: .center)
            ScreenView.spacer
        }
        .background(.key).border(style: .key)
        .onTap(.enterpriseName(action), role: .key, label: label ?? face)
        .width(.flex(weight))
    }
}
