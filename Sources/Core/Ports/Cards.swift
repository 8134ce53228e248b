package import Foundation

/// What a reader is for. A site's settings bind each to a reader by the beginning of its name.
package enum ReaderRole: String, Hashable, Sendable, Codable, CaseIterable {
    /// 读卡区: the ID card lies here.
    case identity
    /// The slot of the 法人一证通 card, and of staff cards.
    case enterprise
}

package enum CardEvent: Hashable, Sendable {
    case placed(ReaderRole)
    case removed(ReaderRole)
    /// A card is there and does not answer.
    case mute(ReaderRole)
    case readerGone(ReaderRole)
    case readerBack(ReaderRole)
    /// pcscd itself.
    case serviceDown
    case serviceUp
}

/// The readers of the kiosk and the cards on them.
package protocol CardDesk: Sendable {
    /// Every event from now on, starting with the present situation. One stream a caller.
    func events() async -> AsyncStream<CardEvent>
    func readIdentity() async throws(CardFault) -> IdentityRecord
    /// Certificate (DER) for a purpose, without a PIN.
    func enterpriseCertificate(_ key: EnterpriseKey) async throws(CardFault) -> Data
    /// Tries left; 0 when blocked. Costs no try.
    func pinTriesLeft() async throws(CardFault) -> Int
    /// Verifies the PIN and signs in one card transaction, then leaves the card unverified for whoever comes next.
    /// - Parameter digest: SHA-256, 32 bytes.
    /// - Returns: ECDSA as DER, RSA as PKCS#1 v1.5.
    func sign(_ digest: Data, with key: EnterpriseKey, pin: Secret) async throws(CardFault) -> Data

    /// The certificate (DER) for card authentication, by which staff cards are known.
    /// - Throws: `.unknownCard` when the card has none.
    func staffCertificate() async throws(CardFault) -> Data
    /// Signs with the key for card authentication, which asks for no PIN.
    /// - Parameter digest: SHA-256, 32 bytes.
    /// - Returns: ECDSA as DER, RSA as PKCS#1 v1.5.
    func signAsStaff(_ digest: Data) async throws(CardFault) -> Data
}

/// The two keys of the enterprise's card (PIV 9A and 9C).
package enum EnterpriseKey: String, Hashable, Sendable, Codable, CaseIterable {
    /// Opens a session.
    case authentication
    /// Seals a form; asks for the PIN each time.
    case seal
}
