import Foundation
import Synchronization

/// What can be wrong with a card.
package enum CardTrouble: Hashable, Sendable {
    /// It does not answer when it is powered.
    case mute
    /// Somebody pulls it while it works on a command, after so many commands that went well.
    case pulled(after: Int)
    /// It stops answering after so many commands.
    case hanging(after: Int)
    /// Every answer takes this long.
    case slow(Duration)
    /// A model that nobody here knows: it refuses every command.
    case unknown
}

/// Another card with something wrong about it. The commands are counted over the card's whole life.
package final class TroubledCard: VirtualCard {
    private let card: any VirtualCard
    private let trouble: CardTrouble
    private let commands = Mutex(0)

    package init(_ card: any VirtualCard, _ trouble: CardTrouble) {
        self.card = card
        self.trouble = trouble
    }

    package var atr: [UInt8]? {
        switch trouble {
        case .mute: nil
        case .unknown: [0x3B, 0x02, 0x14, 0x50]
        case .pulled, .hanging, .slow: card.atr
        }
    }

    package func reset() { card.reset() }

    package func answer(_ command: [UInt8]) -> CardReaction {
        let before = commands.withLock { count in
            defer { count += 1 }
            return count
        }
        switch trouble {
        case .pulled(let limit) where before >= limit: return .pulled
        case .hanging(let limit) where before >= limit: return .hang
        case .slow(let time): Thread.sleep(forTimeInterval: time / .seconds(1))
        case .unknown: return .answer([0x6D, 0x00])
        case .mute, .pulled, .hanging: break
        }
        return card.answer(command)
    }
}
