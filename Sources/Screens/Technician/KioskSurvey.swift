package import Core
package import Foundation

/// What the kiosk knows of itself, for a technician. Nothing in it is of a person.
package struct KioskSurvey: Hashable, Sendable {
    package struct Fact: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The last time a fault was met, and how often since the start of the program.
    package struct Trouble: Hashable, Sendable {
        package let code: String
        package let detail: String
        package let at: Date
        package let count: Int

        package init(code: String, detail: String, at: Date, count: Int) {
            self.code = code
            self.detail = detail
            self.at = at
            self.count = count
        }
    }

    /// Programs, system, addresses.
    package let facts: [Fact]
    /// Nil when the storage does not answer.
    package let counts: KioskCounts?
    /// The newest first.
    package let troubles: [Trouble]
    /// The end of the log, oldest first.
    package let log: [String]

    package init(facts: [Fact], counts: KioskCounts?, troubles: [Trouble], log: [String]) {
        self.facts = facts
        self.counts = counts
        self.troubles = troubles
        self.log = log
    }
}
