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

/// The whole table of texts.
package enum Texts {
    private static let tables: [any TextKey.Type] = [
        ApplicationText.self, CertificateText.self, CommonText.self, CornerText.self, EnterpriseText.self,
        EntryText.self, IdentificationText.self, MachineText.self, PaperText.self, PictureText.self,
        QualificationText.self,
        RenameText.self, SourceText.self, TakeAlongText.self, TaskText.self, TechnicianText.self,
    ]

    /// Every phrase with the name of its key.
    package static var all: [(key: String, phrase: Phrase)] { tables.flatMap { entries($0) } }

    private static func entries<Key: TextKey>(_ table: Key.Type) -> [(key: String, phrase: Phrase)] {
        table.allCases.map { ("\(table).\($0)", $0.phrase) }
    }
}

extension KioskModel {
    /// The text in the person's language.
    func t(_ key: some TextKey, _ arguments: String...) -> String {
        key.phrase.text(in: language, arguments)
    }
}
