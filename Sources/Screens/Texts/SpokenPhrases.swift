import Core
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
        let faults = SpokenFaults.all.flatMap { [$0.remark(in: language), $0.words(in: language)] }
        let spoken = Set((sentences + faults + labels.fixed).map(text.readable)).subtracting([""])
        return spoken.sorted()
    }

    private static var tables: [Phrase] { Texts.all.map(\.phrase) + business }

    private static var business: [Phrase] {
        RegistrationKind.allCases.map(\.phrase) + RegistrationState.allCases.map(\.phrase)
            + RegistrationEvent.Name.allCases.map(\.phrase) + CancellationForm.Reason.allCases.map(\.phrase)
    }
}
