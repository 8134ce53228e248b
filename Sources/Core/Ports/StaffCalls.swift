/// Calls the hall's staff to this kiosk, by whatever the store has for that (a text message).
package protocol StaffCalls: Sendable {
    func callStaff(_ call: StaffCall) async throws(StoreFault)
}

package struct StaffCall: Hashable, Sendable, Codable {
    package enum Reason: Hashable, Sendable, Codable {
        /// Somebody in front of the kiosk has touched 呼叫工作人员.
        case person
        /// Somebody has left without their card, and it lies on the reader.
        case forgottenCard
        /// The kiosk needs a hand: the code of its fault, such as P-301 for an empty tray.
        case fault(code: String)
    }

    package let reason: Reason

    package init(_ reason: Reason) { self.reason = reason }
}
