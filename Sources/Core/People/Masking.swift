/// What screen and paper may show of a personal number (requirements, privacy rules).
package enum Masking {
    /// First 3 and last 4 characters, stars between: `310***********1234`. Shorter than 8: all stars.
    package static func number(_ text: String) -> String {
        guard text.count >= 8 else { return String(repeating: "*", count: text.count) }
        return text.prefix(3) + String(repeating: "*", count: text.count - 7) + text.suffix(4)
    }

    /// `测*甲`, `测*`: the first and, from three characters on, the last character.
    package static func name(_ text: String) -> String {
        switch text.count {
        case 0: ""
        case 1: "*"
        case 2: text.prefix(1) + "*"
        default: text.prefix(1) + String(repeating: "*", count: text.count - 2) + text.suffix(1)
        }
    }
}
