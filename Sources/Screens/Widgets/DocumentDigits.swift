package import Core
package import Terminal

/// The number of an identity document of eighteen characters, as it is typed.
package struct DocumentDigits: Hashable, Sendable {
    package private(set) var text = ""
    /// X was pressed where no X can stand.
    package private(set) var hasStrayX = false

    static let count = 18

    package mutating func take(_ key: KeyboardKey) {
        hasStrayX = false
        switch key {
        case .character(let character): append(character)
        case .backspace: if !text.isEmpty { text.removeLast() }
        case .clear: text = ""
        case .space, .confirm, .candidate, .moreCandidates, .suggestion, .mode, .originalCharacters: break
        }
    }

    private mutating func append(_ character: Character) {
        guard text.count < Self.count else { return }
        if "xX".contains(character) {
            hasStrayX = text.count < Self.count - 1
            if !hasStrayX { text += "X" }
        } else if character.isASCII, character.isNumber {
            text.append(character)
        }
    }

    /// Complete and right by its check character, or why not; nil while characters are missing.
    package var result: Result<DocumentNumber, DocumentNumberProblem>? {
        guard text.count == Self.count else { return nil }
        do throws(DocumentNumberProblem) { return .success(try DocumentNumber(text, kind: kind)) } catch {
            return .failure(error)
        }
    }

    package var number: DocumentNumber? { try? result?.get() }

    var problem: DocumentNumberProblem? {
        if case .failure(let problem)? = result { problem } else { nil }
    }

    /// By the region that the number begins with.
    private var kind: IdentityDocumentKind {
        switch text.prefix(2) {
        case "81", "82", "83": .residencePermit
        case let region where region.first == "9": .foreignerCard2023
        default: .residentCard
        }
    }

    /// In the groups that people read aloud: region, birth, the rest.
    var grouped: String {
        let characters = Array(text)
        let groups = [0..<6, 6..<14, 14..<18].map { range in
            String(characters[min(range.lowerBound, characters.count)..<min(range.upperBound, characters.count)])
        }
        return groups.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
