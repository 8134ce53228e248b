package import Terminal

/// A page with the keyboard on it: what the keyboard is in the middle of. The text itself stands elsewhere.
package protocol KeyboardPage: Hashable, Sendable {
    var mode: KeyboardMode { get set }
    var composition: Composition { get set }
    /// Letters of `composition`, as typed.
    var letters: String { get set }
    /// Of the character that is being written with a finger.
    var strokes: [Stroke] { get set }
    var keepsOriginalCharacters: Bool { get set }
    /// On a small screen only.
    var smallKeys: SmallKeys { get set }
    /// Something is begun that no character has come of yet.
    var isComposing: Bool { get }
}

/// What a small screen has room for at a time.
package enum SmallKeys: Hashable, Sendable {
    /// A to M.
    case early
    /// N to Z.
    case late
    /// Ways to enter: pinyin, handwriting, letters, digits; original characters.
    case ways
}

/// What a key means for the text of its page.
enum KeyEffect: Hashable {
    case insert(String)
    case eraseLast
    case eraseAll
    case compose(CompositionStep)
    /// Index among what the page suggests.
    case suggestion(Int)
    case confirm
    case none
}

extension KeyboardPage {
    package var isComposing: Bool { !letters.isEmpty || !strokes.isEmpty }

    package mutating func forgetComposing() {
        letters = ""
        strokes = []
    }

    /// No character has so many.
    private static var mostStrokes: Int { 64 }

    /// Longer than any pinyin that somebody types before choosing.
    private static var mostLetters: Int { 60 }

    mutating func take(_ key: KeyboardKey) -> KeyEffect {
        switch key {
        case .character(let character): return take(character)
        case .backspace:
            if !strokes.isEmpty {
                strokes.removeLast()
                return .compose(.write(strokes))
            }
            guard !letters.isEmpty else { return .eraseLast }
            letters.removeLast()
            return .compose(.backspace)
        case .clear: return stopComposing() ? .compose(.clear) : .eraseAll
        case .space:
            guard isComposing else { return .insert(" ") }
            return composition.candidates.isEmpty ? .none : .compose(.choose(0))
        case .candidate(let index):
            return composition.candidates.indices.contains(index) ? .compose(.choose(index)) : .none
        case .moreCandidates: return .compose(.more)
        case .suggestion(let index): return .suggestion(index)
        case .mode(let mode):
            self.mode = mode
            smallKeys = .early
            return stopComposing() ? .compose(.clear) : .none
        case .originalCharacters(let isOn):
            keepsOriginalCharacters = isOn
            smallKeys = .early
            return .compose(.originalCharacters(isOn))
        case .confirm: return .confirm
        }
    }

    /// A finger has drawn on the canvas of this page.
    mutating func write(_ stroke: Stroke) -> KeyEffect {
        guard mode == .handwriting, strokes.count < Self.mostStrokes else { return .none }
        strokes.append(stroke)
        return .compose(.write(strokes))
    }

    private mutating func take(_ character: Character) -> KeyEffect {
        guard mode == .pinyin, character.isASCII, character.isLetter else { return .insert(String(character)) }
        guard letters.count < Self.mostLetters else { return .none }
        letters.append(character)
        return .compose(.letter(character))
    }

    /// Whether there was anything to stop.
    private mutating func stopComposing() -> Bool {
        defer { forgetComposing() }
        return isComposing
    }

    /// What the Chinese input made of the last step.
    mutating func take(_ composition: Composition) {
        self.composition = composition
        if composition.preedit.isEmpty { letters = "" }
        if !composition.committed.isEmpty { strokes = [] }
    }
}
