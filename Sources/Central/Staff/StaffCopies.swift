import CentralAPI
import Core

extension Registry {
    /// Gives the next copy its number, which stays its own: two kiosks that ask at the same moment get two numbers,
    /// and one whose sheet never came out is not given again.
    func orderCopy(_ request: CopyRequest, for caller: Session) async throws -> CopyOrder {
        let member = try caller.hallStaff()
        let now = world.now()
        let office = policy.office
        return try await database.write { session in
            guard let record = try session.application(request.application) else { throw Problem(.notFound) }
            let paper = try session.issued(request.paper, of: record.registration, by: office)
            let copies = NumberedCopies(request.application, request.paper)
            let number = max(try session.lastNumber(copies), request.after, 0) + 1
            let order = CopyRecord.Order(staffNumber: member.number, reason: request.reason)
            try session.give(number, copies, to: caller.kiosk, order: order, at: now)
            let act = "staff \(member.number) ordered copy \(number) of \(request.paper.audited)\(request.application)"
            try session.audit("\(act): \(request.reason.rawValue)", by: caller.kiosk, at: now)
            return CopyOrder(paper: paper, number: number)
        }
    }
}

extension PaperName {
    /// Before the application in an act of the audit; the notice, which acts were about before others were, needs none.
    var audited: String { self == .acceptanceNotice ? "" : "\(rawValue) " }
}
