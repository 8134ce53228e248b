package import Core

/// What follows from a look.
package enum Decision: Hashable, Sendable {
    /// Look again later; this is how it goes.
    case wait(PrintProgress)
    /// Nothing of the order exists anywhere: send it, to a printer whose clock says this.
    case send(printerUpTime: Int)
    /// Jobs that must not print any more.
    case cancelJobs(queue: [Int], printer: [Int])
    /// Something is certain now.
    case record(PrintOrder.Event)
}
