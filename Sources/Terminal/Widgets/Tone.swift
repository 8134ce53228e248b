/// How good or bad a piece of news is; the mark carries it also without colours.
package enum Tone: Hashable, Sendable, CaseIterable {
    case plain
    case active
    case success
    case warning
    case error

    package var mark: String {
        switch self {
        case .plain: "·"
        case .active: "▶"
        case .success: "✓"
        case .warning: "!"
        case .error: "✕"
        }
    }

    package var style: Style {
        switch self {
        case .plain: .normal
        case .active: .title
        case .success: .success
        case .warning: .warning
        case .error: .error
        }
    }
}
