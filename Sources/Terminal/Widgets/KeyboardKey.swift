/// A key of a keyboard on the screen.
package enum KeyboardKey: Hashable, Sendable {
    case character(Character)
    case backspace
    case clear
    case space
    case confirm
    /// Index in the candidates.
    case candidate(Int)
    case moreCandidates
    /// Index in the suggestions from the register.
    case suggestion(Int)
    case mode(KeyboardMode)
    /// Candidates as they are in the dictionary, or turned to simplified characters.
    case originalCharacters(Bool)
}

package enum KeyboardMode: Hashable, Sendable, CaseIterable {
    case pinyin
    case handwriting
    case letters
    case digits
}
