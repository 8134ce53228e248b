package import Core
package import Foundation

/// What the kiosk knows of itself, for a technician. Nothing in it is of a person.
package struct KioskSurvey: Hashable, Sendable {
    package struct Fact: Hashable, Sendable {
        package enum Name: Hashable, Sendable {
            case kiosk, store, program, system, kernel
        }

        package let name: Name
        package let value: String

        package init(_ name: Name, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The last time a fault was met, and how often since the start of the program.
    package struct Trouble: Hashable, Sendable {
        package let advice: FaultAdvice
        package let at: Date
        package let count: Int

        package init(_ advice: FaultAdvice, at: Date, count: Int) {
            self.advice = advice
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
