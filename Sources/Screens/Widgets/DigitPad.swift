import Terminal

/// The key beside zero.
enum PadCorner: Hashable, Sendable {
    /// Empties the field.
    case clear
    /// The last character of an ID number may be X.
    case x
}

extension KioskModel {
    var keyboardLabels: KeyboardLabels {
        switch language {
        case .chinese: .chinese
        case .english: .english
        }
    }

    /// Three columns as on a telephone, as high as the screen allows; four columns on a small screen, where the rows
    /// are needed for words.
    func digitPad(
        _ layout: Layout, order: [Int] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0], isSecret: Bool = false,
        corner: PadCorner = .clear, action: (KeyboardKey) -> Action
    ) -> ScreenView {
        let columns = layout.isCompact ? 4 : 3
        let size = Size(width: layout.padKeyWidth, height: layout.padKeyHeight)
        let labels = keyboardLabels
        var keys = order.map { digit -> ScreenView in
            let face = Character(String(digit))
            return padKey(String(digit), String(digit), .character(face), size, action(.character(face)))
                .secret(isSecret ? .key : nil)
        }
        let cornerKey =
            switch corner {
            case .clear: padKey(layout.isCompact ? "C" : labels.clear, labels.clear, nil, size, action(.clear))
            case .x: padKey("X", "X", .character("x"), size, action(.character("X")))
            }
        keys.insert(cornerKey, at: layout.isCompact ? 10 : 9)
        keys.append(padKey("⌫", labels.backspace, .backspace, size, action(.backspace)))
        return .column {
            for start in stride(from: 0, to: keys.count, by: columns) {
                ScreenView.row { Array(keys[start..<start + columns]) }
            }
        }
    }

    private func padKey(
        _ face: String, _ label: String, _ shortcut: Key?, _ size: Size, _ action: Action
    ) -> ScreenView {
        ScreenView.column {
            ScreenView.spacer
            ScreenView.line(face, style: .key, alignment: .center)
            ScreenView.spacer
        }
        .background(.key).border(style: .key)
        .onTap(action, role: .key, label: label, shortcut: shortcut)
        .width(.fixed(size.width)).height(.fixed(size.height))
    }

    /// What is typed, above a pad or beside it.
    func padPage(
        _ layout: Layout, pad: ScreenView, @ViewBuilder<Action> _ typed: () -> [ScreenView]
    ) -> ScreenView {
        let children = typed()
        return layout.isWide
            ? .row(gap: 2) {
                ScreenView.column(gap: 1) { children }.width(.flex())
                pad.width(.fixed(layout.padWidth))
            }
            : .column {
                children
                ScreenView.spacer
                pad.aligned(.center)
            }
    }

    /// A field whose pad is on the same screen.
    func entryField(
        _ label: String, value: String, placeholder: String, problem: String?, _ layout: Layout
    ) -> ScreenView {
        let text = value.isEmpty ? placeholder : value + "▏"
        return .column {
            if !layout.isCompact, !isTight(layout) { ScreenView.text(label, style: .strong) }
            // The example is said above as well.
            ScreenView.line(text, style: value.isEmpty ? .placeholder : .field, mayBeShortened: value.isEmpty)
                .padding(horizontal: 1).background(.field)
                .border(.double, style: problem == nil ? .border : .error)
                .meaning(.field, label, value: value)
            if let problem { ScreenView.text("✕ \(problem)", style: .error) }
        }
    }
}

extension View {
    /// A code of so many digits in one box, wide enough for the smallest screen.
    static func codeBoxes(_ label: String, digits: String, length: Int, hasBox: Bool) -> View {
        let entered = digits.map(String.init)
        let open = (entered.count..<length).map { $0 == entered.count ? "▏" : "_" }
        let line = line((entered + open).joined(separator: "  "), style: .field, alignment: .center)
            .padding(horizontal: 1).background(.field)
        return (hasBox ? line.border(.double) : line)
            .meaning(.field, label, value: "\(entered.count)/\(length)").secret(.entry(count: entered.count))
    }
}
