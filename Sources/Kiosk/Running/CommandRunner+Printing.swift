import Core
import Documents
import Foundation
import Screens

extension CommandRunner {
    /// Follows the application's open order if there is one, else opens the next copy's: never two at a time. The
    /// number is the store's: without it there is no copy, and the person is told.
    func printNotice(
        of id: ApplicationID, again: Bool, session: SessionToken
    ) async -> Result<PrintStart, Trouble> {
        await makingPaper {
            let orders = try await self.ports.storage.orders(of: id)
            if let open = self.followOpen(orders) { return open }
            let printed = orders.filter { if case .printed = $0.state { true } else { false } }.map(\.copyNumber)
            if !printed.isEmpty, !again { return .alreadyPrinted(sheets: printed.count) }
            let request = OwnCopyRequest(application: id, used: printed)
            let copy = try await self.ports.store.orderCopy(request, session: session)
            let order = try await self.openOrder(of: copy.notice, copy: copy.number)
            self.follow(order.token)
            return .ordered(order)
        }
    }

    /// The order that is on its way, or that a person must decide about: nil when there is none.
    func followOpen(_ orders: [PrintOrder]) -> PrintStart? {
        guard let open = orders.first(where: { $0.isOpen || $0.state == .unknown }) else { return nil }
        follow(open.token)
        return .ordered(open)
    }

    func openOrder(of notice: AcceptanceNotice, copy: Int) async throws -> PrintOrder {
        let pdf = try await ports.press.acceptanceNotice(
            notice, copy: copy, kiosk: ports.kiosk, printedAt: ports.now())
        guard let digest = PaperDigest(of: pdf), let pages = PaperPress.pageCount(of: pdf) else {
            throw PaperTrouble.cannotTypeset
        }
        let order = PrintOrder(
            token: PrintToken(ports.newUUID()), applicationID: notice.applicationID, paper: digest, pages: pages,
            copyNumber: copy,
            orderedAt: ports.now())
        try await ports.storage.open(order, pdf: Data(pdf))
        return order
    }

    /// A person has looked at the tray; only now does a lost order end. As long as the ledger cannot note it the order
    /// stays unknown, and the person is asked again.
    func confirmSheet(_ token: PrintToken, of id: ApplicationID, isOut: Bool) async -> Answer? {
        let state = try? await confirmed(token, of: id, isOut ? .confirmOut(at: ports.now()) : .confirmNotOut)
        post(.print(token, .ended(state ?? .unknown)))
        return nil
    }

    /// - Returns: the order's state as the ledger has it then; nil when it knows no such order.
    private func confirmed(
        _ token: PrintToken, of id: ApplicationID, _ event: PrintOrder.Event
    ) async throws(StorageFault) -> PrintOrder.State? {
        guard var order = try await ports.storage.orders(of: id).first(where: { $0.token == token }) else { return nil }
        // Ended already, by a second touch or by the printer: that end stands.
        guard (try? order.apply(event)) != nil else { return order.state }
        try await ports.storage.update(order)
        return order.state
    }

    func cancelPrint(_ token: PrintToken) async -> Answer? {
        await ports.printer.cancel(token)
        return nil
    }
}
