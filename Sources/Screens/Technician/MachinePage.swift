package import Core

/// The machine around the kiosk, with what waits on it.
package struct MachineSurvey: Hashable, Sendable {
    package let facts: MachineFacts
    /// Entries that the store does not have yet; nil when the storage does not answer.
    package let waitingEntries: Int?

    package init(facts: MachineFacts, waitingEntries: Int?) {
        self.facts = facts
        self.waitingEntries = waitingEntries
    }
}

/// The screens of the machine: what it is, and an order that is about to be given.
package struct MachinePage: Hashable, Sendable {
    /// Nil until the machine has answered, and on a desk.
    package var survey: MachineSurvey?
    /// To be confirmed.
    package var asked: MachineOrder?
    /// What waits here may be lost; asked before a factory reset only.
    package var acceptsLoss = false
    /// The last one that was carried out.
    package var done: MachineOrder?

    package init() {}

    /// A factory reset takes with it what the store does not have; a storage that does not answer may hold anything.
    var losesEntries: Bool { asked == .factoryReset && survey?.waitingEntries != 0 }
}
