import Synchronization
import VirtualDevices

/// A card that remembers how often it was given a PIN.
final class CountedCard: VirtualCard {
    private let card: VirtualPIVCard
    private let count = Mutex(0)

    init(_ card: VirtualPIVCard) { self.card = card }

    var pinsTried: Int { count.withLock(\.self) }
    var atr: [UInt8]? { card.atr }
    func reset() { card.reset() }

    func answer(_ command: [UInt8]) -> CardReaction {
        // SP 800-73-4 part 2, 3.2.1: VERIFY is INS 20; without data it only asks for the tries left.
        if command.count > 5, command[1] == 0x20 { count.withLock { $0 += 1 } }
        return card.answer(command)
    }
}
