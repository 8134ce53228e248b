/// Why a terminal cannot be used.
package enum TerminalFault: Error, Hashable, CustomStringConvertible {
    case notATerminal
    case alreadyTaken
    /// A system call failed with this errno.
    case system(Int32)

    package var description: String {
        switch self {
        case .notATerminal: "standard input and output are not a terminal"
        case .alreadyTaken: "the terminal is in use by another screen of this process"
        case .system(let code): "the terminal cannot be set up (errno \(code))"
        }
    }
}
