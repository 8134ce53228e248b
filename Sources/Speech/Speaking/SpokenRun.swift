package import Terminal

/// A piece of a text that one voice reads.
package struct SpokenRun: Hashable, Sendable {
    package var language: SpokenLanguage
    package var text: String

    /// Han characters go to the Chinese voice, Latin letters to the English one, digits to the text's own; everything
    /// else stays with what it follows. A piece without anything to say is left out.
    package static func runs(of text: String, in language: SpokenLanguage) -> [SpokenRun] {
        var runs = [SpokenRun(language: language, text: "")]
        for character in text {
            let own = voice(for: character, in: language)
            if let own, own != runs[runs.count - 1].language { runs.append(SpokenRun(language: own, text: "")) }
            // Double brackets would be phonemes to espeak-ng.
            runs[runs.count - 1].text.append(character == "[" || character == "]" ? " " : character)
        }
        return runs.filter { run in run.text.contains { $0.isLetter || $0.isNumber } }
    }

    private static func voice(for character: Character, in language: SpokenLanguage) -> SpokenLanguage? {
        if character.isASCII, character.isNumber { return language }
        guard character.isLetter, let scalar = character.unicodeScalars.first else { return nil }
        return scalar.properties.isIdeographic ? .chinese : .english
    }
}
