import Terminal

extension Grid {
    /// The rows as text; then, for each row that is not all in the normal style, its runs: a letter and how many cells.
    var printed: String {
        let runs = (0..<size.height).compactMap { y in styleRuns(y).map { "\(y): \($0)" } }
        return (lines + ["", "styles"] + runs).joined(separator: "\n") + "\n"
    }

    private func styleRuns(_ y: Int) -> String? {
        var runs: [(style: Style, count: Int)] = []
        for cell in row(y) {
            if runs.last?.style == cell.style {
                runs[runs.count - 1].count += 1
            } else {
                runs.append((cell.style, 1))
            }
        }
        if runs.count == 1, runs[0].style == .normal { return nil }
        return runs.map { "\($0.style.letter)\($0.count)" }.joined(separator: " ")
    }
}

extension Style {
    /// One letter for each meaning, `g` for the greys of pictures.
    fileprivate var letter: Character {
        let letters = Array("ndtsewubopxfhzcSkBP")
        return Int(rawValue) < letters.count ? letters[Int(rawValue)] : "g"
    }
}
