extension View {
    /// The line at the top of every screen: who and where, the parts' state, the clock.
    package static func statusBar(leading: String, middle: String = "", trailing: String = "") -> View {
        row(gap: 1) {
            View.line(leading, style: .bar, mayBeShortened: true).width(.flex())
            View.line(middle, style: .bar, mayBeShortened: true)
            View.line(trailing, style: .bar).width(.fixed(TextWidth.of(trailing)))
        }
        .padding(horizontal: 1)
        .background(.bar)
        .meaning(.status, "\(leading) \(middle) \(trailing)", id: "status bar")
        .height(.fixed(1))
    }

    /// The screen's one task, the way to its end (or only the present step of it), a line under both.
    package static func titleBlock(
        _ title: String, hint: String? = nil, steps: [Step] = [], showsPresentStepOnly: Bool = false
    ) -> View {
        column {
            View.column {
                View.heading(title)
                if let hint { View.text(hint, style: .dim) }
                if !steps.isEmpty { View.steps(steps, showsPresentOnly: showsPresentStepOnly) }
            }.padding(horizontal: 2)
            View.rule()
        }
    }

    package static func heading(_ text: String, alignment: Alignment = .leading) -> View {
        View.text(text, style: .title, alignment: alignment).meaning(.heading, text)
    }

    /// The task in a word or two once more, for the eye alone: speech says the title.
    package static var bigTitleID: NodeID { "big title" }

    /// A word or two in letters of eight rows; plain where they do not fit.
    package static func bigTitle(_ text: String, style: Style = .title) -> View {
        let plain = View.text(text, style: .title, alignment: .center).meaning(.heading, text, id: bigTitleID)
        guard let bitmap = BigGlyphs.bitmap(of: text) else { return plain }
        let picture = View(.picture(bitmap.halfBlocks(margin: 0, style: style)))
        return adaptive(
            minimumWidth: bitmap.width, wide: picture.aligned(.center).meaning(.heading, text, id: bigTitleID),
            narrow: plain)
    }

    /// `✓1 刷卡 ── ▶2 核对 ──  3 办理`; only the present one where the width does not do.
    package static func steps(_ steps: [Step], showsPresentOnly: Bool = false) -> View {
        let names = steps.enumerated().map { "\($1.mark)\($0 + 1) \($1.label)" }
        let width = names.map { TextWidth.of($0) }.reduce(0, +) + 4 * max(0, names.count - 1)
        let current = steps.firstIndex { $0.progress == .current }
        let all = row(gap: 1) {
            for (index, step) in steps.enumerated() {
                if index > 0 { View.line("──", style: .dim) }
                View.line(names[index], style: step.style)
            }
        }
        let short = current.map { View.line("▶ \($0 + 1)/\(steps.count) \(steps[$0].label)", style: .title) } ?? .empty
        return adaptive(minimumWidth: width, wide: showsPresentOnly ? short : all, narrow: short)
            .meaning(.step, current.map { steps[$0].label } ?? "", value: current.map { "\($0 + 1)/\(steps.count)" })
            .height(.fixed(1))
    }
}
