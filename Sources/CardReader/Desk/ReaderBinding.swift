package import Core

/// Which reader has which role: by the beginning of its name, because pcscd numbers readers anew at every plugging in.
package struct ReaderBinding: Hashable, Sendable, Codable {
    package var identity: String
    package var enterprise: String

    package init(identity: String, enterprise: String) {
        self.identity = identity
        self.enterprise = enterprise
    }

    package subscript(role: ReaderRole) -> String {
        switch role {
        case .identity: identity
        case .enterprise: enterprise
        }
    }

    /// The first reader of the role, in pcscd's order.
    package func reader(for role: ReaderRole, among names: [String]) -> String? {
        names.first { $0.hasPrefix(self[role]) }
    }

    package func role(of reader: String) -> ReaderRole? {
        ReaderRole.allCases.first { reader.hasPrefix(self[$0]) }
    }
}
