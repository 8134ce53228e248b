import Foundation

/// Programs of others that do a like thing.
struct BenchPeers: Sendable {
    let python: String
    let folder: String

    /// A small and a large library for text screens.
    enum TextUI: String, CaseIterable, Sendable {
        case urwid, textual
    }

    enum Screen: String, Sendable {
        case welcome, field
    }

    func program(_ library: TextUI, _ screen: Screen) -> KioskTerminal.Program {
        var environment = ProcessInfo.processInfo.environment
        environment["TERM"] = "xterm-256color"
        environment["LANG"] = "C.UTF-8"
        return KioskTerminal.Program(
            executable: python, arguments: ["\(folder)/\(library.rawValue)_screen.py", screen.rawValue],
            environment: environment)
    }

    /// WeasyPrint, in one process for all its pages.
    func papers(_ arguments: [String]) -> BenchProcess {
        BenchProcess(python, ["\(folder)/weasyprint_papers.py"] + arguments)
    }
}
