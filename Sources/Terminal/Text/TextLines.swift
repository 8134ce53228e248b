/// Breaking and shortening of text by cells.
package enum TextLines {
    /// May not begin a line (GB/T 15834: 标点符号用法).
    private static let closing = Set<Character>("，。、；：？！）》」』】〉”’…—·,.;:?!)]}%℃")
    /// May not end a line.
    private static let opening = Set<Character>("（《「『【〈“‘([{")

    /// Lines of at most `width` cells; breaks at `\n`, between Chinese characters, and at the blanks between words.
    package static func wrap(_ text: String, width: Int) -> [Substring] {
        guard width > 0 else { return [] }
        var lines: [Substring] = []
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if TextWidth.of(paragraph) <= width {
                lines.append(paragraph)
            } else {
                lines += wrap(paragraph: paragraph, width: width)
            }
        }
        return lines
    }

    /// The text itself, or its beginning and `…`, in at most `width` cells.
    package static func truncate(_ text: some StringProtocol, width: Int) -> String {
        guard TextWidth.of(text) > width else { return String(text) }
        guard width > 0 else { return "" }
        var result = ""
        var used = 0
        for character in text {
            let glyphWidth = TextWidth.certain(TextWidth.glyph(of: character)) ?? 1
            guard used + glyphWidth < width else { break }
            result.append(character)
            used += glyphWidth
        }
        return result + "…"
    }

    private static func wrap(paragraph: Substring, width: Int) -> [Substring] {
        var lines: [Substring] = []
        var rest = paragraph
        while TextWidth.of(rest) > width {
            let end = lineEnd(of: rest, width: width)
            lines.append(trimmed(rest[..<end]))
            rest = rest[end...].drop { $0 == " " }
        }
        if !rest.isEmpty { lines.append(rest) }
        return lines
    }

    /// The last allowed break that leaves at most `width` cells before it; at least one character.
    private static func lineEnd(of text: Substring, width: Int) -> Substring.Index {
        var used = 0
        var best: Substring.Index?
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            used += TextWidth.certain(TextWidth.glyph(of: character)) ?? 1
            if used > width, character != " " { break }
            let next = text.index(after: index)
            if next < text.endIndex, mayBreak(between: character, and: text[next]) { best = next }
            index = next
        }
        return best ?? max(index, text.index(after: text.startIndex))
    }

    private static func mayBreak(between left: Character, and right: Character) -> Bool {
        if opening.contains(left) || closing.contains(right) { return false }
        return left == " " || right == " " || isWide(left) || isWide(right)
    }

    private static func isWide(_ character: Character) -> Bool {
        TextWidth.certain(TextWidth.glyph(of: character)) == 2
    }

    private static func trimmed(_ line: Substring) -> Substring {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
