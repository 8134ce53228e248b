import Core
import Terminal

private typealias Words = EnterpriseText

extension KioskModel {
    func wordsPage(_ entry: WordsEntry, _ layout: Layout) -> Page {
        let isSmall = hasSmallKeyboard(layout)
        let words = wordsLabels(entry)
        return Page(
            title: words.title, task: .form, hint: words.hint,
            content: .column {
                ScreenView.row(gap: 1) {
                    wordsField(entry, words.label, hasBox: !isTight(layout)).width(.flex())
                    if !isSmall {
                        ScreenView.button(t(CommonText.cancel), width: .fixed(12), action: .words(.cancel))
                    }
                }
                ScreenView.spacer
                if isSmall {
                    smallKeyboard(
                        entry, layout,
                        strip: choiceStrip(entry.composition.candidates, layout) { .words(.key(.candidate($0))) },
                        own: compactKey("1", label: keyboardLabels.digits, .words(.key(.mode(.digits))), weight: 7),
                        key: { .words(.key($0)) }, show: { .words(.show($0)) })
                } else {
                    ScreenView.keyboard(wordsKeyboard(entry, layout)) { .words(.key($0)) }
                }
            },
            scrolls: false, usesFullWidth: !isSmall && layout.size.width < 70,
            left: isSmall ? [FooterButton(t(CommonText.cancel), .words(.cancel))] : [],
            right: isSmall
                ? [FooterButton(t(CommonText.done), .words(.key(.confirm)), isPrimary: true, shortcut: .enter)] : [])
    }

    private struct WordsLabels {
        var title: String
        var hint: String
        var label: String
    }

    private func wordsLabels(_ entry: WordsEntry) -> WordsLabels {
        switch entry.purpose {
        case .returnReason:
            WordsLabels(title: t(Words.returnWordsTitle), hint: t(Words.returnWordsHint), label: t(Words.returnWords))
        case .cancellationReason:
            WordsLabels(
                title: t(ApplicationText.reasonTextTitle), hint: t(ApplicationText.reasonTextHint),
                label: t(ApplicationText.reasonText))
        case .qualificationNumber:
            WordsLabels(
                title: t(QualificationText.numberTitle), hint: t(QualificationText.numberHint),
                label: t(QualificationText.number))
        case .search:
            WordsLabels(title: t(Words.searchTitle), hint: t(Words.searchHint), label: t(Words.search))
        }
    }

    /// The end of what is written, where the caret is. A small screen has no rows for its box while words stand above.
    private func wordsField(_ entry: WordsEntry, _ label: String, hasBox: Bool) -> ScreenView {
        let line = ScreenView.endOfLine(entry.text + entry.letters + "▏", style: .field)
            .padding(horizontal: 1).background(.field)
        return (hasBox ? line.border(.double) : line)
            .meaning(.field, label, value: entry.text, id: "words")
    }

    private func wordsKeyboard(_ entry: WordsEntry, _ layout: Layout) -> Keyboard {
        var keyboard = Keyboard(
            mode: entry.mode, composition: entry.composition.preedit, candidates: entry.composition.candidates,
            hasMoreCandidates: entry.composition.hasMore, keepsOriginalCharacters: entry.keepsOriginalCharacters,
            labels: keyboardLabels)
        keyboard.strokes = entry.strokes
        keyboard.cell = layout.cell
        return keyboard
    }
}
