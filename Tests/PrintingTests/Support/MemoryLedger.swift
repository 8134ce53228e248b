import Core
import Foundation
import Synchronization

/// A ledger that outlives the printers of a test, as the file outlives the program.
final class MemoryLedger: PrintLedger {
    private let rows = Mutex<[PrintToken: (order: PrintOrder, pdf: Data)]>([:])
    /// Every state that was stored, in order.
    private let history = Mutex<[PrintOrder.State]>([])

    /// Called after each update, before the driver goes on.
    private let afterUpdate: @Sendable (PrintOrder) async -> Void

    init(afterUpdate: @escaping @Sendable (PrintOrder) async -> Void = { _ in }) { self.afterUpdate = afterUpdate }

    func open(_ order: PrintOrder, pdf: Data) { rows.withLock { $0[order.token] = (order, pdf) } }

    func update(_ order: PrintOrder) async {
        store(order)
        await afterUpdate(order)
    }

    func store(_ order: PrintOrder) {
        rows.withLock { $0[order.token]?.order = order }
        history.withLock { $0.append(order.state) }
    }

    func openOrders() -> [PrintOrder] {
        rows.withLock { $0.values.map(\.order).filter(\.isOpen).sorted { $0.orderedAt < $1.orderedAt } }
    }

    func orders(of application: ApplicationID) -> [PrintOrder] {
        rows.withLock { $0.values.map(\.order).filter { $0.applicationID == application } }
    }

    func pdf(of token: PrintToken) -> Data? { rows.withLock { $0[token]?.pdf } }

    func state(of token: PrintToken) -> PrintOrder.State? { rows.withLock { $0[token]?.order.state } }

    var states: [PrintOrder.State] { history.withLock { $0 } }
}
