import Terminal

/// Everything that the screens say in words that are known beforehand, as the narrator would say it.
package enum SpokenPhrases {
    package static func all(in language: Language) -> [String] {
        let labels: SpeechLabels =
            switch language {
            case .chinese: .chinese
            case .english: .english
            }
        let text = SpokenText(labels)
        let sentences = tables.map { $0.text(in: language) }.filter { !$0.contains("{1}") }
        let spoken = Set((sentences + labels.fixed).map(text.readable)).subtracting([""])
        return spoken.sorted()
    }

    private static var tables: [Phrase] {
        CommonText.allCases.map(\.phrase) + IdentificationText.allCases.map(\.phrase)
            + ApplicationText.allCases.map(\.phrase) + EnterpriseText.allCases.map(\.phrase)
            + EntryText.allCases.map(\.phrase)
    }
}
