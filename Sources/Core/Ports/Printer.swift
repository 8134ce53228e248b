package import Foundation

/// The print ledger's storage. Every call is durable when it returns.
package protocol PrintLedger: Sendable {
    /// Keeps the order with the PDF; the next free copy number is the caller's to choose from `orders(of:)`.
    func open(_ order: PrintOrder, pdf: Data) async throws(StorageFault)
    /// Stores the new state; a printed one also puts its report into the outbox, in the same transaction.
    func update(_ order: PrintOrder) async throws(StorageFault)
    func openOrders() async throws(StorageFault) -> [PrintOrder]
    func orders(of application: ApplicationID) async throws(StorageFault) -> [PrintOrder]
    func pdf(of token: PrintToken) async throws(StorageFault) -> Data?
}

/// Prints what the ledger holds and tells how it goes.
package protocol PaperPrinter: Sendable {
    /// Drives the order from wherever the ledger says it stands to its end, across printer faults. Safe to call for
    /// an order that an earlier run of the program left open. Ends with the order printed, failed, cancelled or
    /// unknown.
    func follow(_ token: PrintToken) async -> AsyncStream<PrintProgress>
    func cancel(_ token: PrintToken) async
    /// The printer's present trouble, if any.
    func condition() async -> PrinterFault?
    /// Hands one sheet over that stands in no ledger: it is a test, or a list that may be printed again, so a second
    /// one does no harm and a lost one is asked for again.
    /// - Parameter name: of the job.
    func printTestSheet(_ pdf: Data, named name: String) async throws(PrinterFault)
}

package enum PrintProgress: Hashable, Sendable {
    case waiting
    case printing(sheet: Int, of: Int)
    /// Paused; goes on by itself when mended.
    case held(PrinterFault)
    case ended(PrintOrder.State)
}
