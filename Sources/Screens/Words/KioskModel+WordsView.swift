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
                    wordsField(entry, words.label).width(.flex())
                    if !isSmall {
                        ScreenView.button(t(CommonText.cancel), width: .fixed(12), action: .words(.cancel))
                    }
                }
                ScreenView.spacer
                if isSmall {
                    smallWordsKeyboard(entry, layout)
                } else {
                    ScreenView.keyboard(wordsKeyboard(entry)) { .words(.key($0)) }
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

    /// The end of what is written, where the caret is.
    private func wordsField(_ entry: WordsEntry, _ label: String) -> ScreenView {
        ScreenView.endOfLine(entry.text + entry.letters + "▏", style: .field)
            .padding(horizontal: 1).background(.field).border(.double)
            .meaning(.field, label, value: entry.text, id: "words")
    }

    private func wordsKeyboard(_ entry: WordsEntry) -> Keyboard {
        Keyboard(
            mode: entry.mode, composition: entry.composition.preedit, candidates: entry.composition.candidates,
            hasMoreCandidates: entry.composition.hasMore, keepsOriginalCharacters: entry.keepsOriginalCharacters,
            modes: [.pinyin, .letters, .digits],
            labels: keyboardLabels)
    }
}

// MARK: The small screen

extension KioskModel {
    func hasSmallKeyboard(_ layout: Layout) -> Bool { layout.isCompact || layout.isLarge || layout.size.width < 60 }

    private func smallWordsKeyboard(_ entry: WordsEntry, _ layout: Layout) -> ScreenView {
        guard entry.mode != .digits else {
            return .column {
                modeButton(keyboardLabels.pinyin, .pinyin)
                digitPad(layout) { .words(.key($0)) }
            }
        }
        return compactKeyboard(
            entry, layout, strip: choiceStrip(entry.composition.candidates, layout) { .words(.key(.candidate($0))) },
            last: compactKey("1", label: keyboardLabels.digits, .words(.key(.mode(.digits))), weight: 7),
            key: { .words(.key($0)) }, showLater: { .words(.showLaterLetters($0)) })
    }

    private func modeButton(_ label: String, _ mode: KeyboardMode) -> ScreenView {
        .button(label, width: .flex(), action: .words(.key(.mode(mode))))
    }

    /// Half the alphabet at a time, under a line of choices.
    ///
    /// - Parameter last: a key of the page's own, of weight 7.
    func compactKeyboard(
        _ page: some KeyboardPage, _ layout: Layout, strip: ScreenView, last: ScreenView,
        key: (KeyboardKey) -> Action, showLater: (Bool) -> Action
    ) -> ScreenView {
        let letters = page.showsLaterLetters ? "NOPQRSTUVWXYZ" : "ABCDEFGHIJKLM"
        let keys = letters.map { compactKey(String($0), key(.character(Character($0.lowercased())))) }
        let others = compactKey(page.showsLaterLetters ? "A–M" : "N–Z", showLater(!page.showsLaterLetters), weight: 8)
        let words = keyboardLabels
        let clear = compactKey(layout.isCompact ? "C" : words.clear, label: words.clear, key(.clear), weight: 7)
        let backspace = compactKey("⌫", label: words.backspace, key(.backspace), weight: 8)
        return .column {
            strip
            for row in [Array(keys[0..<6]), Array(keys[6..<12]), [keys[12], others, last, clear, backspace]] {
                ScreenView.row { row.map { $0.height(.fixed(layout.letterKeyHeight)) } }
            }
        }
    }

    /// What can be put in with one touch; more of it scrolls.
    func choiceStrip(_ values: [String], _ layout: Layout, action: (Int) -> Action) -> ScreenView {
        let inner = layout.targetWidth - 2
        let boxes = values.enumerated().map { index, value in
            ScreenView.line(value, style: .strong, alignment: .center, mayBeShortened: true)
                .padding(horizontal: max(1, (inner - TextWidth.of(value) + 1) / 2))
                .border()
                .onTap(action(index), role: .choice, label: value, id: "choice \(index + 1)")
        }
        return ScreenView.scroll(
            "choices", subject: values.first ?? "", buttons: scrollLabels, step: 3, .flow { boxes }
        ).height(.fixed(3))
    }

    func compactKey(_ face: String, label: String? = nil, _ action: Action, weight: Int = 6) -> ScreenView {
        ScreenView.column {
            ScreenView.spacer
            ScreenView.line(face, style: .key, alignment: .center)
            ScreenView.spacer
        }
        .background(.key).border(style: .key)
        .onTap(action, role: .key, label: label ?? face)
        .width(.flex(weight))
    }
}
