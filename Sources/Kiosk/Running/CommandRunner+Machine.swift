import Core
import Crypto
import Foundation
import Screens

// The technician's orders to the machine around this program.
extension CommandRunner {
    func readMachine() async -> Result<MachineSurvey, Trouble> {
        do throws(MachineFault) {
            let facts = try await ports.machine.facts()
            let counts = try? await ports.inspection.counts()
            return .success(MachineSurvey(facts: facts, waitingEntries: counts?.waitingEntries))
        } catch { return .failure(.machine(error)) }
    }

    /// The card in the slot signs what is ordered: the machine takes no order from this program alone.
    func give(_ order: MachineOrder) async -> Result<Kept, Trouble> {
        do {
            let message = SignedOrder.message(order, challenge: try await ports.machine.challenge())
            let certificate = try await ports.cards.staffCertificate()
            let signature = try await ports.cards.signAsStaff(Data(SHA256.hash(data: message)))
            try await ports.machine.carryOut(
                SignedOrder(id: ports.newUUID(), order, certificate: certificate, signature: signature))
            if order == .supportToStore { try await ports.staffDesk.keepSupportBundle(ports.machine.supportBundle()) }
            return .success(Kept())
        } catch { return .failure(Self.trouble(error)) }
    }
}
