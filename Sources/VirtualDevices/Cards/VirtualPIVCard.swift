import CardReader
package import Core
import Synchronization

/// A PIV card (NIST SP 800-73) with an authentication key (9A) and a signature key (9C) that wants the PIN anew for
/// every signature, or a staff card with a key for card authentication (9E). OpenSC and yubico-piv-tool read it as they read any other.
package final class VirtualPIVCard: VirtualCard {
    package let atr: [UInt8]? = [0x3B, 0x80, 0x80, 0x01, 0x01]  // T=0 and T=1, nothing else to say.
    private let state: Mutex<PIVCardState>

    /// - Parameters:
    ///   - keys: the keys and certificates by purpose
    ///   - pin: 6 to 8 digits
    ///   - tries: wrong PINs until it blocks
    package convenience init(keys: [EnterpriseKey: PIVCardKey], pin: String = "123456", tries: Int = 5) {
        self.init(slots: Dictionary(uniqueKeysWithValues: keys.map { ($0.slot, $1) }), pin: pin, tries: tries)
    }

    /// A staff card: one key, for card authentication (9E), which wants no PIN.
    package convenience init(staff key: PIVCardKey) {
        self.init(slots: [.cardAuthentication: key], pin: "123456", tries: 5)
    }

    private init(slots: [PIVSlot: PIVCardKey], pin: String, tries: Int) {
        state = Mutex(PIVCardState(keys: slots, pin: Array(pin.utf8), tries: tries))
    }

    package var triesLeft: Int { state.withLock(\.triesLeft) }
    package var isVerified: Bool { state.withLock(\.isVerified) }

    /// What the issuer's counter does with a blocked card.
    package func unblock() { state.withLock { $0.triesLeft = $0.tries } }

    package func reset() { state.withLock { $0.forget() } }

    package func answer(_ command: [UInt8]) -> CardReaction {
        .answer(state.withLock { $0.answer(command).encoded })
    }
}
