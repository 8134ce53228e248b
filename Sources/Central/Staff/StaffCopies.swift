import CentralAPI
import Core

extension Registry {
    /// Gives the next copy its number, which stays its own: two kiosks that ask at the same moment get two numbers,
    /// and one whose sheet never came out is not given again.
    func orderCopy(_ request: CopyRequest, for caller: Session) async throws -> CopyOrder {
        let member = try caller.hallStaff()
        let now = world.now()
        return try await database.write { session in
            guard let row = try session.row("SELECT content FROM notices WHERE application = ?", request.application)
            else { throw Problem(.notFound) }
            let notice = try row.json(AcceptanceNotice.self, "content")
            let number = max(try session.lastCopy(of: request.application), request.after, 0) + 1
            try session.run(
                "INSERT INTO copies (application, copy_number, kiosk, staff, reason, at) VALUES (?, ?, ?, ?, ?, ?)",
                request.application, number, caller.kiosk, member.number, request.reason.rawValue, now)
            let act = "staff \(member.number) ordered copy \(number) of \(request.application)"
            try session.audit("\(act): \(request.reason.rawValue)", by: caller.kiosk, at: now)
            return CopyOrder(notice: notice, number: number)
        }
    }
}

extension SQLSession {
    /// What was printed and what was ordered, by number; a sheet that is out stands once, with whoever ordered it.
    func copies(of application: ApplicationID) throws -> [CopyRecord] {
        let ordered = try rows("SELECT * FROM copies WHERE application = ? ORDER BY copy_number", application)
            .map(CopyRecord.init(ordered:))
        let printed = try rows("SELECT * FROM prints WHERE application = ? ORDER BY copy_number", application)
            .map(CopyRecord.init(printed:))
        let out = printed.map { sheet in
            let order = ordered.first { $0.number == sheet.number && $0.kiosk == sheet.kiosk }?.order
            return CopyRecord(number: sheet.number, kiosk: sheet.kiosk, at: sheet.at, isOut: true, order: order)
        }
        let open = ordered.filter { order in
            !out.contains { $0.number == order.number && $0.kiosk == order.kiosk }
        }
        return (out + open).sorted { $0.number < $1.number }
    }
}

extension CopyRecord {
    fileprivate init(ordered row: SQLRow) throws {
        guard let reason = CopyReason(rawValue: try row.text("reason")) else {
            throw DatabaseFault.unexpected(column: "copies.reason")
        }
        self.init(
            number: try row.integer("copy_number"), kiosk: try row.text("kiosk"), at: try row.date("at"),
            isOut: false, order: Order(staffNumber: try row.text("staff"), reason: reason))
    }

    fileprivate init(printed row: SQLRow) throws {
        self.init(
            number: try row.integer("copy_number"), kiosk: try row.text("kiosk"), at: try row.date("at"),
            isOut: true, order: nil)
    }
}
