import Appliance
import Core
import Documents
import Foundation

/// What carries an order out; a test puts its own in this machine's place.
protocol OrderTaker: Sendable {
    /// All but what ends this start.
    func carryOut(_ order: MachineOrder) throws(MachineFault)
    /// What ends it: called when the outcome has been told.
    func finish(_ order: MachineOrder)
}

/// Takes the order that the screen's program has left. The program may be anybody's by now: what counts is the
/// technician's card that signed, over a challenge of this start that no order before has used.
struct OrderDesk {
    let files: MachineFiles
    let reporter: MachineReporter
    let trust: @Sendable () throws(MachineFault) -> StaffTrust
    var now: @Sendable () -> Date = { Date() }
    /// Tells the outcome.
    var tell: @Sendable (MachineReporter, MachineReport.Outcome) throws -> Void = { try $0.write($1) }

    /// Bytes that an order may have.
    private static let longest = 16_384

    init(
        files: MachineFiles, reporter: MachineReporter, trust: @escaping @Sendable () throws(MachineFault) -> StaffTrust
    ) {
        (self.files, self.reporter, self.trust) = (files, reporter, trust)
    }

    /// Nothing happens where there is no order, or none that can be read.
    func obey(_ taker: some OrderTaker) async throws {
        guard let order = takeOrder() else { return }
        var fault: MachineFault?
        do throws(MachineFault) {
            try await check(order, over: try useUpChallenge())
            try taker.carryOut(order.order)
        } catch { fault = error }
        try tell(reporter, MachineReport.Outcome(id: order.id, order.order, fault: fault, at: now()))
        if fault == nil { taker.finish(order.order) }
    }

    /// One challenge, one order: whatever becomes of it.
    private func useUpChallenge() throws(MachineFault) -> Data {
        guard let challenge = FileManager.default.contents(atPath: files.challenge), challenge.count == 32 else {
            throw .notSigned
        }
        do { try reporter.renewChallenge() } catch { throw .failed }
        return challenge
    }

    private func check(_ order: SignedOrder, over challenge: Data) async throws(MachineFault) {
        let message = SignedOrder.message(order.order, challenge: challenge)
        let trust = try trust()
        do throws(StaffFault) {
            let member = try await trust.member(
                of: order.certificate, signature: order.signature, over: message, at: now())
            guard member.role == .technician else { throw .noRole }
        } catch {
            StandardError.tell("order \(order.order.rawValue) refused: \(error)")
            throw .notSigned
        }
    }

    private func takeOrder() -> SignedOrder? {
        LeftFile.take(files.order, limit: Self.longest).flatMap {
            try? JSONDecoder().decode(SignedOrder.self, from: $0)
        }
    }
}
