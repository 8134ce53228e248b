import CentralAPI
import Core

extension Registry {
    /// As staff's copies are numbered, so that no two kiosks print the same 第N次. What a kiosk was given and has not
    /// used, it is given again.
    func orderOwnCopy(_ request: OwnCopyRequest, for caller: Session) async throws -> CopyOrder {
        let now = world.now()
        let office = policy.office
        return try await database.write { session in
            let record = try session.visibleApplication(request.application, to: caller)
            let paper = try session.issued(request.paper, of: record.registration, by: office)
            let numbers = NumberedCopies(request.application, request.paper)
            let given = try session.ownNumbers(numbers, at: caller.kiosk)
            let out = try session.sheetsOut(numbers)
            if let unused = given.first(where: { !request.used.contains($0) && !out.contains($0) }) {
                return CopyOrder(paper: paper, number: unused)
            }
            let number = max(try session.lastNumber(numbers), request.used.max() ?? 0, 0) + 1
            try session.give(number, numbers, to: caller.kiosk, order: nil, at: now)
            return CopyOrder(paper: paper, number: number)
        }
    }
}
