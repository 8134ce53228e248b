import Core
import Documents
import Foundation
import Screens

extension CommandRunner {
    func printNotice(
        of id: ApplicationID, again: Bool, session: SessionToken
    ) async -> Result<PrintStart, Trouble> {
        await printIssued(.acceptanceNotice, of: id, again: again, session: session)
    }

    /// Follows the application's open order of that paper if there is one, else opens the next copy's: never two at a
    /// time. The number is the store's: without it there is no copy, and the person is told.
    private func printIssued(
        _ name: PaperName, of id: ApplicationID, again: Bool, session: SessionToken
    ) async -> Result<PrintStart, Trouble> {
        await makingPaper {
            try await self.start(name, of: id, again: again) { printed in
                let request = OwnCopyRequest(application: id, paper: name, used: printed)
                let copy = try await self.ports.store.orderCopy(request, session: session)
                return try await self.openOrder(copy, of: id, named: name)
            }
        }
    }

    /// The order that is on its way, or that a person must decide about: nil when there is none.
    func followOpen(_ orders: [PrintOrder]) -> PrintStart? {
        guard let open = orders.first(where: { $0.isOpen || $0.state == .unknown }) else { return nil }
        follow(open.token)
        return .ordered(open)
    }

    /// The same of another paper. What the office hands out is numbered by the store, anything else here.
    func printPaper(
        _ request: PaperRequest, again: Bool, session: SessionToken
    ) async -> Result<PrintStart, Trouble> {
        switch request {
        case .correction(let id), .nonAcceptance(let id):
            return await printIssued(request.name, of: id, again: again, session: session)
        case .receipt, .certificate, .renames:
            return await makingPaper {
                try await self.start(request.name, of: request.subject, again: again) { printed in
                    let copy = (printed.max() ?? 0) + 1
                    let pdf = try await self.pdf(of: request, copy: copy, session: session)
                    return try await self.openOrder(pdf, of: request.subject, named: request.name, copy: copy)
                }
            }
        }
    }

    private func start(
        _ name: PaperName, of id: ApplicationID, again: Bool, order: (_ printed: [Int]) async throws -> PrintOrder
    ) async throws -> PrintStart {
        let orders = try await ports.storage.orders(of: id).filter { $0.name == name }
        if let open = followOpen(orders) { return open }
        let printed = orders.filter { if case .printed = $0.state { true } else { false } }.map(\.copyNumber)
        if !printed.isEmpty, !again { return .alreadyPrinted(sheets: printed.count) }
        let order = try await order(printed)
        follow(order.token)
        return .ordered(order)
    }

    private func pdf(of request: PaperRequest, copy: Int, session: SessionToken) async throws -> [UInt8] {
        switch request {
        // What the store has signed is printed as it is: a mark on it would break the signature.
        case .certificate(let id): return Array(try await certificate(id, session).edition.pdf)
        case .renames(let entry):
            return try await sheet(.renames(try await ports.store.renameList(entry, session: session)), copy)
        case .receipt(let entry, let registration):
            return try await sheet(.issued(.receipt(try await receipt(for: entry, registration))), copy)
        case .correction, .nonAcceptance: throw PaperTrouble.otherContent
        }
    }

    private func sheet(_ paper: PrintedPaper, _ copy: Int) async throws -> [UInt8] {
        try await ports.press.sheet(paper, copy: copy, kiosk: ports.kiosk, printedAt: ports.now())
    }

    /// Only for what waits in this kiosk's outbox: once the store has it, the notice is there instead.
    private func receipt(for entry: EntryID, _ registration: Registration) async throws -> FilingReceipt {
        guard case .seal(_, let paper, _)? = try await ports.storage.unsettledEntry(entry)?.content,
            let receipt = FilingReceipt(registration, sealed: paper, hall: ports.site.hall)
        else { throw PaperTrouble.otherContent }
        return receipt
    }

    /// Of a numbered copy, which must be of what was asked for.
    func openOrder(_ copy: CopyOrder, of id: ApplicationID, named name: PaperName) async throws -> PrintOrder {
        guard copy.paper.name == name, copy.paper.applicationID == id else { throw PaperTrouble.otherContent }
        let pdf = try await sheet(.issued(copy.paper), copy.number)
        return try await openOrder(pdf, of: id, named: name, copy: copy.number)
    }

    private func openOrder(
        _ pdf: [UInt8], of subject: ApplicationID, named name: PaperName, copy: Int
    ) async throws -> PrintOrder {
        guard let digest = PaperDigest(of: pdf), let pages = PaperPress.pageCount(of: pdf) else {
            throw PaperTrouble.cannotTypeset
        }
        let order = PrintOrder(
            token: PrintToken(ports.newUUID()), applicationID: subject, name: name, paper: digest, pages: pages,
            copyNumber: copy, orderedAt: ports.now())
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
