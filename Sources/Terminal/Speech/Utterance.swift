/// Something to be said in one go.
package struct Utterance: Hashable, Sendable {
    package enum Urgency: Hashable, Sendable {
        /// Waits until what is being said has ended.
        case polite
        /// Silences what is being said, and what waits.
        case assertive
    }

    /// What it speaks of: of two polite ones of the same topic that wait, only the newer is said.
    package enum Topic: Hashable, Sendable {
        case screen, focus, value, news, alert, progress, countdown, choices
    }

    package var topic: Topic
    package var urgency: Urgency
    package var language: SpokenLanguage
    /// Said one after the other with a short pause between them. Each stands alone, so that a sentence of the text
    /// tables is a phrase of its own and can be rendered beforehand.
    package var phrases: [String]

    package init(
        _ topic: Topic, _ phrases: [String], in language: SpokenLanguage, urgency: Urgency = .polite
    ) {
        self.topic = topic
        self.urgency = urgency
        self.language = language
        self.phrases = phrases.filter { !$0.isEmpty }
    }
}
