/// Looks into the kiosk's own memory for a technician: counts and checks, nothing personal.
package protocol KioskInspection: Sendable {
    /// Checks the database's pages and the audit chain.
    /// - Throws: `damaged` when either does not hold.
    func checkIntegrity() async throws(StorageFault)
    func counts() async throws(StorageFault) -> KioskCounts
}

package struct KioskCounts: Hashable, Sendable {
    /// Entries that the store has not settled.
    package let waitingEntries: Int
    /// Sheets on their way.
    package let openOrders: Int
    /// Sheets of which nobody knows whether they are out: a person must look.
    package let unknownOrders: Int

    package init(waitingEntries: Int, openOrders: Int, unknownOrders: Int) {
        self.waitingEntries = waitingEntries
        self.openOrders = openOrders
        self.unknownOrders = unknownOrders
    }
}
