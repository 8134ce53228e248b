extension View {
    /// A name and its value in one line, or more where the value is long.
    package static func detail(
        _ label: String, _ value: String, labelWidth: Int = 12, style: Style = .strong
    ) -> View {
        row(gap: 1) {
            View.line(label, style: .dim).width(.fixed(labelWidth))
            View.text(value, style: style).width(.flex())
        }
        .meaning(.row, label, value: value)
    }

    /// A sentence with its mark.
    package static func note(_ text: String, tone: Tone = .plain) -> View {
        row(gap: 1) {
            View.line(tone.mark, style: tone.style)
            View.text(text, style: tone.style).width(.flex())
        }
        .meaning(tone == .plain ? .text : .status, text, value: tone.mark)
    }

    /// News that must be seen. With an action it is a target that leads to the cause.
    package static func banner(_ text: String, tone: Tone, id: NodeID? = nil, action: Action? = nil) -> View {
        var meaning = Meaning(id: id ?? NodeID(text), role: .alert, label: text)
        meaning.action = action.map { AnyAction($0) }
        return View.text("\(tone.mark) \(text)", style: tone.style, alignment: .center)
            .padding(horizontal: 1)
            .border(.double, style: tone.style)
            .wrapped { .semantic(meaning, $0) }
    }

    /// An entry of a list: a title with its state at the right, or below it where the state would leave the title no
    /// room, and lines of detail.
    package static func entry(
        _ title: String, status: String, tone: Tone, details: [String] = [], isSelected: Bool = false,
        availability: Availability = .enabled, id: NodeID? = nil, action: Action
    ) -> View {
        var meaning = Meaning(id: id ?? NodeID(title), role: .row, label: title, value: "\(tone.mark) \(status)")
        meaning.availability = availability
        meaning.isSelected = isSelected
        meaning.action = AnyAction(action)
        let kind: BorderKind = availability != .enabled ? .dashed : isSelected ? .double : .single
        let name = View.line(title, style: .strong, mayBeShortened: true)
        let state = "\(tone.mark) \(status)"
        return column {
            View.adaptive(
                minimumWidth: TextWidth.of(status) + roomForTitle,
                wide: .row(gap: 1) {
                    name.width(.flex())
                    View.line(state, style: tone.style)
                },
                narrow: .column {
                    name
                    View.text(state, style: tone.style)
                })
            for detail in details { View.line(detail, style: .dim, mayBeShortened: true) }
        }
        .padding(horizontal: 1)
        .border(kind)
        .wrapped { .semantic(meaning, $0) }
    }

    /// Beside its state: the mark, two gaps and a few glyphs.
    private static var roomForTitle: Int { 10 }

    /// How far something has come: a bar and the words that say it. `fraction` is 0…1.
    package static func progress(_ fraction: Double, text: String, label: String, tone: Tone = .active) -> View {
        let share = max(0, min(1, fraction))
        return row(gap: 2) {
            View.bar(share, style: tone.style).width(.flex())
            View.line(text, style: tone.style)
        }
        .meaning(.progress, label, value: text)
        .height(.fixed(1))
    }

    /// The time left of a limit, in words and as a bar.
    package static func countdown(_ text: String, remaining: Int, of total: Int) -> View {
        let tone: Tone = remaining <= 10 ? .warning : .plain
        return column {
            View.text(text, style: tone.style)
            View.bar(total > 0 ? Double(remaining) / Double(total) : 0, style: tone == .plain ? .title : tone.style)
        }
        .meaning(.status, text, value: "\(remaining)", id: "countdown")
    }

    /// Two shares of the width in thousandths.
    private static func bar(_ share: Double, style: Style) -> View {
        let done = Int((share * 1000).rounded())
        return row {
            if done > 0 { View(.rule("█", style)).height(.fixed(1)).width(.flex(done)) }
            if done < 1000 { View(.rule("░", .dim)).height(.fixed(1)).width(.flex(1000 - done)) }
        }.height(.fixed(1))
    }
}
