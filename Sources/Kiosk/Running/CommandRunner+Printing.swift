import Core
import Documents
import Foundation
import Screens

extension CommandRunner {
    /// Follows the application's open order if there is one, else opens the next copy's: never two at a time.
    func printNotice(
        of id: ApplicationID, again: Bool, session: SessionToken
    ) async -> Result<PrintStart, Trouble> {
        do {
            let orders = try await ports.storage.orders(of: id)
            if let open = orders.first(where: { $0.isOpen || $0.state == .unknown }) {
                follow(open.token)
                return .success(.ordered(open))
            }
            let printed = orders.filter { if case .printed = $0.state { true } else { false } }.count
            if printed > 0, !again { return .success(.alreadyPrinted(sheets: printed)) }
            let order = try await openOrder(of: id, copy: printed + 1, session: session)
            follow(order.token)
            return .success(.ordered(order))
        } catch let fault as StoreFault {
            return .failure(.store(fault))
        } catch let fault as StorageFault {
            return .failure(.storage(fault))
        } catch {
            return .failure(.paper(.cannotTypeset))
        }
    }

    private func openOrder(of id: ApplicationID, copy: Int, session: SessionToken) async throws -> PrintOrder {
        let notice = try await ports.store.notice(of: id, session: session)
        let pdf = try await ports.press.acceptanceNotice(
            notice, copy: copy, kiosk: ports.kiosk, printedAt: ports.now())
        guard let digest = PaperDigest(of: pdf) else { throw PaperTrouble.cannotTypeset }
        let order = PrintOrder(
            token: PrintToken(ports.newUUID()), applicationID: id, paper: digest, pages: 1, copyNumber: copy,
            orderedAt: ports.now())
        try await ports.storage.open(order, pdf: Data(pdf))
        return order
    }

    /// A person has looked at the tray; only now does a lost order end.
    func confirmSheet(_ token: PrintToken, of id: ApplicationID, isOut: Bool) async -> Answer? {
        let orders = (try? await ports.storage.orders(of: id)) ?? []
        guard var order = orders.first(where: { $0.token == token }) else { return nil }
        do {
            try order.apply(isOut ? .confirmOut(at: ports.now()) : .confirmNotOut)
            try await ports.storage.update(order)
            tell(.print(token, .ended(order.state)))
        } catch {
            tell(.print(token, .ended(order.state)))
        }
        return nil
    }

    func cancelPrint(_ token: PrintToken) async -> Answer? {
        await ports.printer.cancel(token)
        return nil
    }
}
