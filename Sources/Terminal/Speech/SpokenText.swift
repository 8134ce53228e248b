/// A text of the screen as it is read out: marks fall away, long numbers are read digit by digit, what is masked is
/// said to be hidden, days are read as days.
package struct SpokenText: Sendable {
    private let labels: SpeechLabels

    /// From so many digits on a number is a name, not an amount.
    private static let longestAmount = 4
    /// Drawn for the eye.
    private static let marks = Set<Character>("✓✕●○▶◀▲▼→←⌫▏│─█░▒▓_|")

    package init(_ labels: SpeechLabels) {
        self.labels = labels
    }

    package func readable(_ text: String) -> String {
        var result = ""
        var rest = Array(text)[...]
        while let first = rest.first {
            if Self.isOfToken(first) {
                let token = Array(rest.prefix { Self.isOfToken($0) || $0 == "-" })
                let isAlone = result.last.map { $0.isWhitespace } ?? true
                rest = rest.dropFirst(token.count)
                result += rest.first == "年" ? spaced(token) : read(token, isAlone: isAlone)
            } else {
                if first == "·" { result += labels.pause } else if !Self.marks.contains(first) { result.append(first) }
                rest = rest.dropFirst()
            }
        }
        return tidied(result)
    }

    /// One blank, or one pause, where several have come together; none at the ends.
    private func tidied(_ text: String) -> String {
        let pause: Character = labels.pause.first ?? ","
        let pieces = text.split(separator: pause).map { piece in
            piece.split(separator: " ").joined(separator: " ")
        }
        return pieces.filter { !$0.isEmpty }.joined(separator: labels.pause)
    }

    private static func isOfToken(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber) || character == "*"
    }

    private func read(_ token: [Character], isAlone: Bool) -> String {
        let digits = token.count { $0.isNumber }
        if token == ["*"], isAlone { return labels.star }
        if let day = day(token) { return day }
        if token.contains("*") { return spelled(token) }
        guard digits > 0 else { return String(token) }
        if digits == token.count {
            let isName = digits > Self.longestAmount || token.first == "0" && digits > 1
            return isName ? spelled(token) : String(token)
        }
        let isWord = token.contains { $0.isLowercase }
        return isWord && digits <= Self.longestAmount ? String(token) : spelled(token)
    }

    /// `2026-03-01`, `1990-**-**`.
    private func day(_ token: [Character]) -> String? {
        let parts = token.split(separator: "-", omittingEmptySubsequences: false).map(Array.init)
        guard parts.map(\.count) == [4, 2, 2], parts[0].allSatisfy(\.isNumber) else { return nil }
        if parts[1] == ["*", "*"], parts[2] == ["*", "*"] { return labels.maskedDate.filled(spaced(parts[0])) }
        guard let month = Int(String(parts[1])), let day = Int(String(parts[2])) else { return nil }
        return labels.date.filled(spaced(parts[0]), "\(month)", "\(day)")
    }

    private func spelled(_ token: [Character]) -> String {
        var result = ""
        var rest = token[...]
        while let first = rest.first {
            let run = rest.prefix { $0 == first }
            if first == "*" {
                result += labels.pause + labels.hidden.filled("\(run.count)") + labels.pause
                rest = rest.dropFirst(run.count)
            } else {
                result += first == "-" ? labels.pause : " \(first) "
                rest = rest.dropFirst()
            }
        }
        return result
    }

    private func spaced(_ digits: [Character]) -> String {
        digits.map(String.init).joined(separator: " ")
    }
}
