import Core

/// An account of the back office.
struct Reviewer: Hashable, Sendable {
    /// What is typed at the login, and what history and audit name.
    let id: String
    /// As colleagues know them.
    let name: String
    let role: Role
    let isActive: Bool

    enum Role: String, CaseIterable, Sendable {
        /// 审核员
        case reviewer
        /// 主管: a reviewer who also sees the accounts and what was done with them, and switches them off.
        case supervisor

        var chinese: String {
            switch self {
            case .reviewer: "审核员"
            case .supervisor: "主管"
            }
        }

        var mayOversee: Bool { self == .supervisor }
    }

    /// As the audit names it.
    var actor: String { "reviewer \(id)" }

    /// Two to thirty-two lower-case letters, digits, dots and hyphens, beginning with a letter or digit.
    static func isValid(id: String) -> Bool { id.wholeMatch(of: /[a-z0-9][a-z0-9.\-]{1,31}/) != nil }
}
