import CentralAPI
import Core

extension Registry {
    /// As staff's copies are numbered, so that no two kiosks print the same 第N次. What a kiosk was given and has not
    /// used, it is given again.
    func orderOwnCopy(_ request: OwnCopyRequest, for caller: Session) async throws -> CopyOrder {
        let now = world.now()
        return try await database.write { session in
            _ = try session.visibleApplication(request.application, to: caller)
            guard let row = try session.row("SELECT content FROM notices WHERE application = ?", request.application)
            else { throw Problem(.notFound) }
            let notice = try row.json(AcceptanceNotice.self, "content")
            let given = try session.ownCopies(of: request.application, at: caller.kiosk)
            let out = try session.sheetsOut(of: request.application)
            if let unused = given.first(where: { !request.used.contains($0) && !out.contains($0) }) {
                return CopyOrder(notice: notice, number: unused)
            }
            let number = max(try session.lastCopy(of: request.application), request.used.max() ?? 0, 0) + 1
            try session.run(
                "INSERT INTO own_copies (application, copy_number, kiosk, at) VALUES (?, ?, ?, ?)",
                request.application, number, caller.kiosk, now)
            return CopyOrder(notice: notice, number: number)
        }
    }
}

extension SQLSession {
    /// The highest number that anybody was given or has printed; 0 before the first.
    func lastCopy(of application: ApplicationID) throws -> Int {
        let own = try rows("SELECT copy_number FROM own_copies WHERE application = ?", application)
            .map { try $0.integer("copy_number") }
        return max(own.max() ?? 0, try copies(of: application).map(\.number).max() ?? 0)
    }

    fileprivate func ownCopies(of application: ApplicationID, at kiosk: String) throws -> [Int] {
        try rows(
            "SELECT copy_number FROM own_copies WHERE application = ? AND kiosk = ? ORDER BY copy_number", application,
            kiosk
        ).map { try $0.integer("copy_number") }
    }

    fileprivate func sheetsOut(of application: ApplicationID) throws -> Set<Int> {
        Set(
            try rows("SELECT copy_number FROM prints WHERE application = ?", application)
                .map { try $0.integer("copy_number") })
    }
}
