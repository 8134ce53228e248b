import Core
import Terminal

// The keyboard where there is no room for all of it: three rows of keys under one line of choices.
extension KioskModel {
    func hasSmallKeyboard(_ layout: Layout) -> Bool { layout.isCompact || layout.isLarge || layout.size.width < 60 }

    /// - Parameters:
    ///   - strip: what can be put in with one touch.
    ///   - own: a key of the page's own, of weight 7.
    func smallKeyboard(
        _ page: some KeyboardPage, _ layout: Layout, strip: ScreenView, own: ScreenView,
        key: (KeyboardKey) -> Action, show: (SmallKeys) -> Action
    ) -> ScreenView {
        let ways = compactKey(
            t(layout.isWide ? EntryText.ways : .waysShort), label: t(EntryText.ways), show(.ways), weight: 7)
        return switch (page.smallKeys, page.mode) {
        case (.ways, _): waysToEnter(page, layout, key: key, show: show)
        case (_, .digits):
            .column {
                ScreenView.button(t(EntryText.ways), width: .flex(), action: show(.ways))
                digitPad(layout) { key($0) }
            }
        case (_, .handwriting):
            .column {
                strip
                smallWritingPad(page, layout, ways: ways, key: key)
            }
        case (_, .pinyin), (_, .letters):
            .column {
                strip
                halfAlphabet(page, layout, [own, ways], key: key, show: show)
            }
        }
    }

    /// Half the alphabet at a time.
    private func halfAlphabet(
        _ page: some KeyboardPage, _ layout: Layout, _ others: [ScreenView], key: (KeyboardKey) -> Action,
        show: (SmallKeys) -> Action
    ) -> ScreenView {
        let isLate = page.smallKeys == .late
        let letters = isLate ? "NOPQRSTUVWXYZ" : "ABCDEFGHIJKLM"
        let keys = letters.map { compactKey(String($0), key(.character(Character($0.lowercased())))) }
        let half = compactKey(isLate ? "A–M" : "N–Z", show(isLate ? .early : .late), weight: 8)
        let rows = [Array(keys[0..<6]), Array(keys[6..<12]), [keys[12], half] + others + [smallBackspace(key)]]
        return .column {
            for row in rows { ScreenView.row { row.map { $0.height(.fixed(layout.letterKeyHeight)) } } }
        }
    }

    /// The square to write in, as high as the letters, and beside it what takes a stroke back.
    private func smallWritingPad(
        _ page: some KeyboardPage, _ layout: Layout, ways: ScreenView, key: (KeyboardKey) -> Action
    ) -> ScreenView {
        let labels = keyboardLabels
        let canvas = ScreenView.canvas(
            ScreenView.writingCanvas, label: labels.writeHere, strokes: page.strokes, cell: layout.cell)
        return .row(gap: 1) {
            canvas.width(.flex(3)).height(.fixed(3 * layout.letterKeyHeight))
            ScreenView.column {
                for other in [ways, compactKey(labels.clear, key(.clear)), smallBackspace(key)] {
                    other.width(.flex()).height(.fixed(layout.letterKeyHeight))
                }
            }.width(.flex(1))
        }
    }

    private func smallBackspace(_ key: (KeyboardKey) -> Action) -> ScreenView {
        compactKey("⌫", label: keyboardLabels.backspace, key(.backspace), weight: 8)
    }

    /// Two a row: the other ways to enter, original characters, and what empties the field.
    private func waysToEnter(
        _ page: some KeyboardPage, _ layout: Layout, key: (KeyboardKey) -> Action, show: (SmallKeys) -> Action
    ) -> ScreenView {
        let labels = keyboardLabels
        var targets = KeyboardMode.allCases.filter { $0 != page.mode }.map { mode in
            wayTarget(labels.name(of: mode), key(.mode(mode)))
        }
        if page.mode == .pinyin {
            targets.append(
                wayTarget(
                    page.keepsOriginalCharacters ? labels.simplified : labels.original,
                    key(.originalCharacters(!page.keepsOriginalCharacters))))
        }
        targets.append(wayTarget(labels.clear, key(.clear)))
        targets.append(wayTarget(t(EntryText.backToKeys), show(.early)))
        let rows = stride(from: 0, to: targets.count, by: 2).map {
            Array(targets[$0..<min($0 + 2, targets.count)])
        }
        return .column { for row in rows { ScreenView.row(gap: layout.gap) { row } } }
    }

    private func wayTarget(_ label: String, _ action: Action) -> ScreenView {
        .button(label, width: .flex(), action: action)
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
