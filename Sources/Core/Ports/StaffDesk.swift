package import Foundation

/// What the store does for staff cards. Hall staff may ask everything here that takes a session, technicians nothing.
package protocol StaffDesk: Sendable {
    /// - Parameters:
    ///   - certificate: DER of the card's certificate for card authentication.
    ///   - signature: over SHA-256 of the challenge bytes; ECDSA as DER, RSA as PKCS#1 v1.5.
    func openStaffSession(_ challenge: EnterpriseChallenge, certificate: Data, signature: Data)
        async throws(StoreFault) -> StaffSession
    func find(_ query: StaffQuery, session: SessionToken) async throws(StoreFault) -> [StaffApplication]
    func orderCopy(_ request: CopyRequest, session: SessionToken) async throws(StoreFault) -> CopyOrder
    /// The store's clock, and with it whether it answers; asks for no session.
    func storeTime() async throws(StoreFault) -> StoreTime
    /// - Parameter bundle: of this machine, encrypted to the site's key: nothing that the store could read.
    func keepSupportBundle(_ bundle: Data) async throws(StoreFault)
}

package struct StoreTime: Hashable, Sendable, Codable {
    package let now: Date
    package init(now: Date) { self.now = now }
}
