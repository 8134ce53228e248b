extension View {
    /// The keyboard with, for pinyin, its candidates above. Rows of a PC keyboard from 60 columns on, the alphabet in
    /// six columns below that. Needs 12 rows; with candidates 16, with suggestions 19; in six columns 3 rows more.
    package static func keyboard(_ keyboard: Keyboard, action: (KeyboardKey) -> Action) -> View {
        column {
            if let suggestions = keyboard.suggestions {
                View.strip("suggestions", subject: suggestions.joined(separator: " "), suggestions) {
                    action(.suggestion($0))
                }
            }
            switch keyboard.mode {
            case .pinyin:
                View.candidateBar(keyboard, action: action)
                View.letterKeys(labels: keyboard.labels, action: action)
            case .handwriting:
                View.candidateBar(keyboard, action: action)
                View.writingPad(keyboard, action: action)
            case .letters: View.letterKeys(labels: keyboard.labels, action: action)
            case .digits: View.digitPad(labels: keyboard.labels, action: action)
            }
            View.functionKeys(keyboard, action: action)
        }
    }

    /// The canvas that ``Keyboard/strokes`` are drawn on; as high as three rows of keys.
    package static var writingCanvas: NodeID { "handwriting" }

    /// Nine rows: the square to write in, and beside it what takes a stroke back.
    private static func writingPad(_ keyboard: Keyboard, action: (KeyboardKey) -> Action) -> View {
        let labels = keyboard.labels
        let canvas = View.canvas(
            writingCanvas, label: labels.writeHere, strokes: keyboard.strokes, cell: keyboard.cell
        ).width(.flex(3)).height(.fixed(9))
        return row(gap: 2) {
            canvas
            View.column {
                View.text(labels.writeHere, style: .dim)
                View.spacer
                View.backspaceKey(labels, width: .flex(), action: action)
            }.width(.flex(1)).height(.fixed(9))
        }
    }

    /// The pinyin, and under it the candidates to tap.
    package static func candidateBar(_ keyboard: Keyboard, action: (KeyboardKey) -> Action) -> View {
        column {
            View.line(keyboard.composition, style: .title, mayBeShortened: true)
                .meaning(.status, keyboard.composition, id: "composition")
            View.strip(
                "candidates", subject: keyboard.composition, keyboard.candidates,
                more: keyboard.hasMoreCandidates ? (keyboard.labels.more, action(.moreCandidates)) : nil
            ) { action(.candidate($0)) }
        }
    }

    /// Values to tap in one line of boxes; ◀ ▶ leaf through the others.
    private static func strip(
        _ id: NodeID, subject: String, _ values: [String], more: (label: String, action: Action)? = nil,
        action: (Int) -> Action
    ) -> View {
        let boxes = values.enumerated().map { index, value in
            View.line(value, style: .strong, alignment: .center, mayBeShortened: true)
                .padding(horizontal: max(1, 3 - TextWidth.of(value)))
                .border()
                .onTap(action(index), role: .choice, label: value, id: "\(id.rawValue) \(index + 1)")
        }
        let all = flow {
            boxes
            if let more { View.button(more.label, action: more.action) }
        }
        return scroll(id, subject: subject, step: 3, all).height(.fixed(3))
    }

    /// Q…P, A…L, Z…M and backspace.
    package static func letterKeys(
        labels: KeyboardLabels = .chinese, action: (KeyboardKey) -> Action
    ) -> View {
        let rows = ["QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"]
        func keys(width: Int) -> View {
            column {
                for (index, row) in rows.enumerated() {
                    View.row {
                        View.space(index * width / 3).height(.fixed(1))
                        for letter in row { View.letterKey(letter, width: .fixed(width), action: action) }
                        if index == rows.count - 1 {
                            View.backspaceKey(labels, width: .fixed(width + 1), action: action)
                        }
                    }
                }
            }
        }
        return adaptive(
            minimumWidth: 60, wide: adaptive(minimumWidth: 70, wide: keys(width: 7), narrow: keys(width: 6)),
            narrow: alphabet(labels, action: action))
    }

    private static func alphabet(_ labels: KeyboardLabels, action: (KeyboardKey) -> Action) -> View {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return column {
            for start in stride(from: 0, to: letters.count, by: 6) {
                View.row {
                    for letter in letters[start..<min(start + 6, letters.count)] {
                        View.letterKey(letter, width: .fixed(6), action: action)
                    }
                    if start + 6 > letters.count { View.backspaceKey(labels, width: .fixed(12), action: action) }
                }
            }
        }
    }

    private static func letterKey(_ letter: Character, width: Length, action: (KeyboardKey) -> Action) -> View {
        let typed = Character(letter.lowercased())
        return key(String(letter), width: width, shortcut: .character(typed), action: action(.character(typed)))
    }

    private static func backspaceKey(
        _ labels: KeyboardLabels, width: Length, action: (KeyboardKey) -> Action
    ) -> View {
        key("⌫", label: labels.backspace, width: width, shortcut: .backspace, action: action(.backspace))
    }

    static func key(
        _ face: String, label: String? = nil, width: Length, height: Length = .fit, shortcut: Key? = nil,
        action: Action
    ) -> View {
        View.centered { View.line(face, style: .key, alignment: .center) }
            .background(.key)
            .border(style: .key)
            .onTap(action, role: .key, label: label ?? face, shortcut: shortcut)
            .width(width).height(height)
    }

    private static func functionKeys(_ keyboard: Keyboard, action: (KeyboardKey) -> Action) -> View {
        let modes = modeKeys(keyboard, action: action)
        let edits = editKeys(keyboard, action: action)
        return adaptive(
            minimumWidth: 60,
            wide: row {
                modes
                edits
            },
            narrow: column {
                row { modes }
                row { edits }
            })
    }

    private static func modeKeys(_ keyboard: Keyboard, action: (KeyboardKey) -> Action) -> [View] {
        let labels = keyboard.labels
        var keys = keyboard.modes.filter { $0 != keyboard.mode }.map { mode in
            View.key(labels.name(of: mode), width: .flex(2), action: action(.mode(mode)))
        }
        if keyboard.mode == .pinyin {
            let keepsOriginal = keyboard.keepsOriginalCharacters
            keys.append(
                View.key(
                    keepsOriginal ? labels.simplified : labels.original, width: .flex(3),
                    action: action(.originalCharacters(!keepsOriginal))))
        }
        return keys
    }

    private static func editKeys(_ keyboard: Keyboard, action: (KeyboardKey) -> Action) -> [View] {
        let labels = keyboard.labels
        let isComposing = !keyboard.composition.isEmpty || !keyboard.strokes.isEmpty
        // The digit pad has its own key for it.
        let clear = keyboard.mode == .digits ? [] : [key(labels.clear, width: .flex(2), action: action(.clear))]
        return clear + [
            key(
                isComposing ? labels.firstCandidate : labels.space, width: .flex(3), shortcut: .character(" "),
                action: action(.space)),
            button(
                labels.confirm, availability: keyboard.confirm, isPrimary: true, reason: .elsewhere, width: .flex(3),
                shortcut: .enter, action: action(.confirm)),
        ]
    }

    /// Digits to tap.
    ///
    /// - Parameters:
    ///   - order: which digit stands on which key; a PIN pad gets a permutation from the screen.
    ///   - hasX: the last character of an ID number may be X; its key then takes the place of “clear”.
    package static func digitPad(
        order: [Int] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0], hasX: Bool = false, keyWidth: Int = 12,
        labels: KeyboardLabels = .chinese, action: (KeyboardKey) -> Action
    ) -> View {
        let width = Length.fixed(keyWidth)
        func digit(_ position: Int) -> View {
            let character = Character(String(order[position]))
            return key(
                String(character), width: width, shortcut: .character(character), action: action(.character(character)))
        }
        return column {
            for start in [0, 3, 6] {
                View.row { for position in start..<start + 3 { digit(position) } }
            }
            View.row {
                if hasX {
                    View.key("X", width: width, shortcut: .character("x"), action: action(.character("X")))
                } else {
                    View.key(labels.clear, width: width, action: action(.clear))
                }
                digit(9)
                View.key(
                    "⌫", label: labels.backspace, width: width, shortcut: .backspace, action: action(.backspace))
            }
        }
    }
}
