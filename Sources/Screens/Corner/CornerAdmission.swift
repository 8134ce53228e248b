package import Core

/// A staff card whose key and chain the kiosk itself has verified, and what the store said to it.
package struct CornerAdmission: Hashable, Sendable {
    package let member: StaffMember
    /// Nil when the store did not answer: then only what the kiosk knows by itself is open.
    package let token: SessionToken?
    /// Why there is no session.
    package let storeFault: StoreFault?

    package init(member: StaffMember, token: SessionToken?, storeFault: StoreFault?) {
        self.member = member
        self.token = token
        self.storeFault = storeFault
    }
}
