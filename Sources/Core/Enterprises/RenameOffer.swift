/// What a rename would do, for the enterprise to see before it confirms.
package struct RenameOffer: Hashable, Sendable, Codable {
    /// Under its name in the enterprise register.
    package let enterprise: Enterprise
    /// On certificates under the same credit code.
    package let oldNames: [String]
    /// Exactly those that will change; none while the register holds the name that they have.
    package let entries: [RenameList.Entry]

    package init(enterprise: Enterprise, oldNames: [String], entries: [RenameList.Entry]) {
        self.enterprise = enterprise
        self.oldNames = oldNames
        self.entries = entries
    }
}

extension RenameOffer: Discreet {
    package var description: String { "rename under \(enterprise.code): \(entries.count) certificates" }
}
