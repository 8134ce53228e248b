/// Why a terminal cannot be used.
package enum TerminalFault: Error, Hashable, CustomStringConvertible {
    case notATerminal
    case alreadyTaken
    /// `TERM` names one that cannot place a cursor.
    case cannotDraw(String)
    /// The locale, as it is set, has another encoding than UTF-8.
    case notUnicode(String)
    /// A system call failed with this errno.
    case system(Int32)

    package var description: String {
        switch self {
        case .notATerminal: "standard input and output are not a terminal"
        case .alreadyTaken: "the terminal is in use by another screen of this process"
        case .cannotDraw(let term): "TERM=\(term): this terminal cannot draw a screen; foot, xterm and kmscon can"
        case .notUnicode(let locale): "the locale \(locale) is not UTF-8, so no Chinese can be shown; set LANG=C.UTF-8"
        case .system(let code): "the terminal cannot be set up (errno \(code))"
        }
    }
}
