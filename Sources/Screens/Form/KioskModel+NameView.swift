import Core
import Terminal

private typealias Words = ApplicationText

// The employer's name: the register by initials first, the Chinese input second.
extension KioskModel {
    func namePage(_ entry: EnterpriseName, _ layout: Layout) -> Page {
        let name = initialForm?.enterpriseName ?? ""
        let isSmall = hasSmallKeyboard(layout)
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
                    smallKeyboard(
                        entry, layout, strip: compactStrip(entry, layout), own: compactSwitch(entry, layout),
                        key: { .enterpriseName(.key($0)) }, show: { .enterpriseName(.show($0)) })
                } else {
                    if !isTight(layout) { ScreenView.line(searchWords(entry), style: .dim, mayBeShortened: true) }
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
    /// What the key between letters and corrections does: names or candidates above the letters.
    private func compactSwitch(_ entry: EnterpriseName, _ layout: Layout) -> ScreenView {
        let words = entry.prefersCandidates ? Words.toNames : .toCharacters
        return compactKey(
            layout.isCompact ? (entry.prefersCandidates ? "名" : "字") : t(words), label: t(words),
            .enterpriseName(.preferCandidates(!entry.prefersCandidates)), weight: 7)
    }

    /// The register's names, or the candidates when there are none, or when the person asks for them.
    private func compactStrip(_ entry: EnterpriseName, _ layout: Layout) -> ScreenView {
        let names = entry.matches.map(\.name)
        let showsNames = !names.isEmpty && !entry.prefersCandidates && entry.strokes.isEmpty
        let values = showsNames ? names : entry.composition.candidates
        return choiceStrip(values, layout) { .enterpriseName(.key(showsNames ? .suggestion($0) : .candidate($0))) }
    }
}
