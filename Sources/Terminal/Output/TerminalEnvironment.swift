import Glibc

/// What the environment says of the terminal.
package struct TerminalEnvironment: Hashable, Sendable {
    private let term: String
    /// The first that is set of the three that decide on the encoding (POSIX 8.2); empty when none is.
    private let locale: String

    /// - Parameter value: of an environment variable; nil when it is not set.
    package init(_ value: (String) -> String?) {
        term = value("TERM") ?? ""
        locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(value).first { !$0.isEmpty } ?? ""
    }

    package static var ofThisProcess: TerminalEnvironment {
        TerminalEnvironment { name in getenv(name).map { String(cString: $0) } }
    }

    /// Where nothing is set, as under an init that sets nothing, nothing speaks against the terminal.
    func check() throws(TerminalFault) {
        if ["dumb", "unknown"].contains(term) { throw .cannotDraw(term) }
        let encoding = locale.lowercased()
        if !locale.isEmpty, !encoding.contains("utf-8"), !encoding.contains("utf8") { throw .notUnicode(locale) }
    }
}
