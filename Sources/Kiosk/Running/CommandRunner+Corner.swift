import Core
import Crypto
import Documents
import Foundation
import Screens

// Staff cards: proved here first, then at the store, whose session opens its questions.
extension CommandRunner {
    /// What the card in the slot is, when it has no certificate of an enterprise.
    func readStaffCard() async -> Result<StaffCardFound, Trouble> {
        do throws(CardFault) {
            let certificate = Array(try await ports.cards.staffCertificate())
            guard let holder = try? ports.certificates.read(certificate) else { throw .unreadable(.enterprise) }
            guard let member = StaffMember(certificate: certificate) else { return .failure(.staff(.noRole)) }
            return .success(StaffCardFound(member: member, serial: holder.serialHex))
        } catch { return .failure(.card(error)) }
    }

    func openCorner() async -> Result<CornerAdmission, Trouble> {
        guard let trust = ports.staffTrust else { return .failure(.staff(.notSetUp)) }
        do {
            let certificate = try await ports.cards.staffCertificate()
            let challenge = ports.randomBytes(32)
            let member = try await trust.member(
                of: certificate, signature: try await sign(challenge), over: challenge, at: ports.now())
            return .success(try await admission(of: member, certificate))
        } catch let fault as CardFault {
            return .failure(.card(fault))
        } catch let fault as StaffFault {
            return .failure(.staff(fault))
        } catch {
            return .failure(.store(.misunderstood))
        }
    }

    /// What the store refuses stays refused; a store that does not answer closes nothing that the kiosk has by itself.
    private func admission(of member: StaffMember, _ certificate: Data) async throws -> CornerAdmission {
        do {
            let challenge = try await ports.store.requestChallenge()
            let session = try await ports.staffDesk.openStaffSession(
                challenge, certificate: certificate, signature: try await sign(challenge.bytes))
            return CornerAdmission(member: member, token: session.token, storeFault: nil)
        } catch let fault as StoreFault {
            switch fault {
            case .certificateRejected(let finding): throw StaffFault.rejected(finding)
            case .notPermitted: throw StaffFault.noRole
            case .unreachable, .notEnrolled, .sessionEnded, .wrongCode, .codeExpired, .tooManyCodes,
                .enterpriseUnknown, .notFound, .internalError, .misunderstood:
                troubles.note(.store(fault), at: ports.now())
                return CornerAdmission(member: member, token: nil, storeFault: fault)
            }
        }
    }

    private func sign(_ challenge: Data) async throws(CardFault) -> Data {
        try await ports.cards.signAsStaff(Data(SHA256.hash(data: challenge)))
    }

    // MARK: Hall staff

    func search(_ query: StaffQuery, _ session: SessionToken) async -> Result<[StaffApplication], Trouble> {
        do throws(StoreFault) { return .success(try await ports.staffDesk.find(query, session: session)) } catch {
            return .failure(.store(error))
        }
    }

    func searchByCard(_ session: SessionToken) async -> Result<[StaffApplication], Trouble> {
        let number: DocumentNumber
        do throws(CardFault) { number = try await ports.cards.readIdentity().number } catch {
            return .failure(.card(error))
        }
        return await search(.person(number), session)
    }

    /// As an applicant's notice: ledger first, never two orders at a time; the number is the store's.
    func printCopy(
        of id: ApplicationID, _ name: PaperName, _ reason: CopyReason, _ session: SessionToken
    ) async -> Result<PrintStart, Trouble> {
        await makingPaper {
            let orders = try await self.orders(of: id, name)
            if let open = self.followOpen(orders) { return open }
            return try await self.orderCopy(of: id, name, reason, after: orders, session)
        }
    }

    /// For a whole day's notices one after the other: a second run prints none that the first has printed.
    func printFirstCopy(of id: ApplicationID, _ session: SessionToken) async -> Result<PrintStart, Trouble> {
        await makingPaper {
            let orders = try await self.orders(of: id, .acceptanceNotice)
            if let open = self.followOpen(orders) { return open }
            let printed = orders.filter { if case .printed = $0.state { true } else { false } }
            if !printed.isEmpty { return .alreadyPrinted(sheets: printed.count) }
            return try await self.orderCopy(of: id, .acceptanceNotice, .onRequest, after: orders, session)
        }
    }

    private func orders(of id: ApplicationID, _ name: PaperName) async throws(StorageFault) -> [PrintOrder] {
        try await ports.storage.orders(of: id).filter { $0.name == name }
    }

    /// In no ledger: the list counts nothing, and a second one does no harm.
    func printHandOver(_ list: HandOverList) async -> Result<Kept, Trouble> {
        let pdf: [UInt8]
        do {
            pdf = try await ports.press.sheet(.handOver(list), copy: 1, kiosk: ports.kiosk, printedAt: ports.now())
        } catch { return .failure(.paper(.cannotTypeset)) }
        do throws(PrinterFault) {
            let name = "hand-over-\(ports.newUUID().uuidString.lowercased())"
            try await ports.printer.printTestSheet(Data(pdf), named: name)
            return .success(Kept())
        } catch { return .failure(.printer(error)) }
    }

    private func orderCopy(
        of id: ApplicationID, _ name: PaperName, _ reason: CopyReason, after orders: [PrintOrder],
        _ session: SessionToken
    ) async throws -> PrintStart {
        let request = CopyRequest(
            application: id, paper: name, reason: reason, after: orders.map(\.copyNumber).max() ?? 0)
        let copy = try await ports.staffDesk.orderCopy(request, session: session)
        let order = try await openOrder(copy, of: id, named: name)
        follow(order.token)
        return .ordered(order)
    }
}
