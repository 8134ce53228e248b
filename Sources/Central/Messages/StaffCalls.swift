import CentralAPI
import Core

extension Registry {
    /// Sends the hall's staff to a kiosk.
    func callStaff(_ call: StaffCall, kiosk: String) async throws -> Nothing {
        guard let phone = policy.staffPhone else { throw Problem(.notFound) }
        try await database.write { session in
            try send(.staffCall(kiosk: kiosk, call.reason), to: phone, in: session)
        }
        await bells.messages.ring()
        return Nothing()
    }
}
