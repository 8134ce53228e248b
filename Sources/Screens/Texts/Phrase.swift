/// One text in both languages. `{1}`, `{2}` stand for what the screen puts in.
package struct Phrase: Hashable, Sendable {
    package let chinese: String
    package let english: String

    init(_ chinese: String, _ english: String) {
        self.chinese = chinese
        self.english = english
    }

    package func text(in language: Language, _ arguments: [String] = []) -> String {
        var text =
            switch language {
            case .chinese: chinese
            case .english: english
            }
        for (index, argument) in arguments.enumerated() {
            text = text.replacing("{\(index + 1)}", with: argument)
        }
        return text
    }
}

/// A part of the table of texts. A key without its phrase does not compile.
package protocol TextKey: CaseIterable, Hashable, Sendable {
    var phrase: Phrase { get }
}

extension KioskModel {
    /// The text in the person's language.
    func t(_ key: some TextKey, _ arguments: String...) -> String {
        key.phrase.text(in: language, arguments)
    }
}
